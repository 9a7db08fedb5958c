import { isOrdinary } from './ordinary-words.ts'
import { Story } from './story.ts'
import type { StoryMember } from './story.ts'
import { StoryFinder } from './story-finder.ts'
import type { NearStory } from './story-finder.ts'
import { storyIdOf } from './story-id.ts'
import type { StoryPlace, StoryRecord, StorySplit } from './story-record.ts'
import { storyRule as rule } from './story-rule.ts'
import { storyTerms } from './story-terms.ts'
import { storyVector } from './story-vector.ts'
import type { StoryVector } from './story-vector.ts'
import { StoryNames } from './story-names.ts'
import type { StoryMove } from './story-names.ts'
import { WordRarity } from './word-rarity.ts'

/** An article that is put on a shelf: the first of its copies, for copies of one text are one voice. */
export type ShelvedArticle = {
  readonly id: string
  readonly at: Date
  readonly title: string
  readonly text: string
  /** As `storyLanguage` gives it. */
  readonly lang: string
}

/** Stories that are looked at closely. */
const candidatesMax = 10
const mergeCandidatesMax = 4

/**
 * The stories of one language. An article joins the story it is most like, by its words and by time, or begins one; a story
 * keeps its id, and where two meet the earlier goes on. What an operator joins or parts stays so. A shelf is the sum of
 * what it was told: two that were told the same, in the same order, are equal.
 */
export class StoryShelf {
  readonly #stories = new Map<string, Story>()
  readonly #names = new StoryNames()
  readonly #rarity = new WordRarity()
  readonly #finder = new StoryFinder()
  #begun = 0

  /** How many articles it holds. */
  get articles(): number {
    return this.#rarity.articles
  }

  /** Puts an article on the shelf. @returns its story, and the stories that it showed to be one */
  add(article: ShelvedArticle): { storyId: string; merged: readonly StoryMove[] } {
    const place = this.place(article)
    this.keep(place)
    return { storyId: this.#names.now(place.storyId), merged: place.merged }
  }

  /** Finds the place of an article without putting it there. */
  place(article: ShelvedArticle): StoryPlace {
    const terms = storyTerms(article)
    for (const [term, weight] of terms) terms.set(term, weight * this.#rarity.of(term, 1))
    const member = { id: article.id, atMs: article.at.getTime(), vector: storyVector(terms) }
    const near = this.#finder.nearest(member.vector, candidatesMax)
    const best = bestOf(near, member, this.#joinFrom())
    if (best === null) return { ...member, storyId: storyIdOf(article.id), merged: [] }
    return { ...member, storyId: best.story.id, merged: this.#meeting(best, near, member.vector) }
  }

  /** Does what another shelf did, or an operator wants done. */
  tell(record: StoryRecord): void {
    if (record.kind === 'place') this.keep(record)
    else if (record.kind === 'merge') this.merge(record)
    else this.split(record)
  }

  /** Puts an article where `place`, here or on another shelf, found that it belongs. */
  keep({ id, atMs, vector, storyId, merged }: StoryPlace): void {
    this.#rarity.count(vector, 1)
    const story = this.#storyOf(storyId)
    story.add({ id, atMs, vector })
    this.#finder.learn(story)
    for (const move of merged) this.merge(move)
  }

  /** Makes two stories one; the id of the one that ends becomes another name of the one that goes on. */
  merge({ from, to }: StoryMove): void {
    const [fromNow, toNow] = [this.#names.now(from), this.#names.now(to)]
    if (fromNow === toNow) return
    this.#names.move({ from: fromNow, to: toNow })
    const ends = this.#stories.get(fromNow)
    if (ends === undefined) return
    this.#stories.delete(fromNow)
    this.#finder.forget(ends)
    const goesOn = this.#storyOf(toNow)
    goesOn.absorb(ends)
    this.#finder.learn(goesOn)
  }

  /** Takes articles out of their story into one of their own. The two are never joined again but by `merge`. */
  split({ from, into, articleIds }: StorySplit): void {
    const ids = new Set(articleIds)
    const taken: StoryMember[] = []
    const before = [...this.#stories.values()]
    for (const { id, members } of before) {
      const leaving = members.filter((member) => ids.has(member.id))
      if (leaving.length === 0) continue
      taken.push(...leaving)
      this.#replace(
        id,
        members.filter((member) => !ids.has(member.id)),
      )
    }
    this.#replace(into, taken)
    this.keepApart(from, into)
  }

  /** Two stories are never joined but by `merge`. */
  keepApart(one: string, other: string): void {
    this.#names.keepApart(one, other)
  }

  /** Stories that are never joined with this one but by `merge`. */
  apartFrom(storyId: string): string[] {
    return this.#names.apartFrom(storyId)
  }

  /** The name that a story goes by now. */
  nameNow(storyId: string): string {
    return this.#names.now(storyId)
  }

  /** Lets go of articles published before an instant, and of the stories that have no others. */
  forget(before: Date): void {
    const beforeMs = before.getTime()
    for (const story of this.#stories.values()) {
      for (const { vector } of story.forget(({ atMs }) => atMs < beforeMs)) this.#rarity.count(vector, -1)
      if (story.members.length > 0) continue
      this.#stories.delete(story.id)
      this.#finder.forget(story)
    }
    this.#names.forget((id) => this.#stories.has(id))
  }

  /** While few articles are known, words look rarer than they are. */
  #joinFrom(): number {
    return rule.joinFrom * (1 + rule.small / (1 + this.articles / rule.smallArticles))
  }

  /** Lets go of the oldest articles until so many are left. */
  forgetOldest(left: number): void {
    const times = [...this.#stories.values()].flatMap(({ members }) => members.map(({ atMs }) => atMs))
    const before = times.toSorted((one, other) => other - one)[left - 1]
    if (before !== undefined && times.length > left) this.forget(new Date(before))
  }

  #storyOf(storyId: string): Story {
    const id = this.#names.now(storyId)
    const known = this.#stories.get(id)
    if (known !== undefined) return known
    const story = new Story(id, this.#begun++)
    this.#stories.set(id, story)
    return story
  }

  #replace(id: string, members: readonly StoryMember[]): void {
    const known = this.#stories.get(id)
    if (known !== undefined) this.#finder.forget(known)
    this.#stories.delete(id)
    if (members.length === 0) return
    const story = new Story(id, known?.order ?? this.#begun++)
    for (const member of members) story.add(member)
    this.#stories.set(id, story)
    this.#finder.learn(story)
  }

  /** The stories that an article shows to be one, as it joins one of them. */
  #meeting({ story: own, whole: wholeOwn }: NearStory, near: readonly NearStory[], vector: StoryVector): StoryMove[] {
    if (vector.terms.length === 0) return []
    const norm = Math.sqrt(own.norm ** 2 + 2 * wholeOwn * own.norm + 1)
    const met = near.slice(0, mergeCandidatesMax).find(({ story, whole }) => {
      if (story === own || this.#names.areApart(story.id, own.id)) return false
      const likeness = (own.likeness(story) * own.norm + whole) / norm
      const small = Math.min(own.members.length + 1, story.members.length)
      const needed = rule.mergeFrom + rule.mergeSmall / Math.sqrt(small)
      return likeness * fading(Math.abs(story.lastMs - own.lastMs)) >= needed
    })
    return met === undefined ? [] : [moveOf(own, met.story)]
  }
}

function bestOf(near: readonly NearStory[], { atMs, vector }: StoryMember, joinFrom: number): NearStory | null {
  let best: NearStory | null = null
  let bestScore = joinFrom
  for (const candidate of near) {
    const { story, whole } = candidate
    const likeness = rule.wholeShare * whole + (1 - rule.wholeShare) * story.nearness(vector)
    const score = likeness * fading(Math.max(0, atMs - story.lastMs))
    if (score >= bestScore && sharesParticular(story, vector)) [best, bestScore] = [candidate, score]
  }
  return best
}

/** Words of which news of all kinds are made make no story, however many two articles share. */
function sharesParticular({ sum }: Story, { terms }: StoryVector): boolean {
  return terms.some((term) => sum.has(term) && !isOrdinary(term))
}

/** What time leaves of a likeness, 0 to 1. */
function fading(ageMs: number): number {
  return rule.timeless + (1 - rule.timeless) * 2 ** (-ageMs / rule.halfLifeMs)
}

/** The story that began earlier goes on. */
function moveOf(one: Story, other: Story): StoryMove {
  const [from, to] = one.order < other.order ? [other, one] : [one, other]
  return { from: from.id, to: to.id }
}
