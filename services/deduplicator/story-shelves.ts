import { shelfArticlesMax, storyHours } from '@rafid/catalog'
import type { StoryLog, StoryPin, ToldStory } from '@rafid/catalog'
import { TransientError } from '@rafid/errors'
import { StoryShelf } from '@rafid/similarity'
import type { ShelvedArticle, StoryPlace } from '@rafid/similarity'

/** Somebody succeeds each time that somebody else has to read on. */
const triesMax = 100

/** Languages whose shelves a process keeps; those of the others are read again when they are needed. */
const shelvesMax = 50

/** Old articles are let go of so often, by the clock of the articles, in milliseconds. */
const forgetEveryMs = 3_600_000

/** When a shelf is full, so much of it is left. */
const leftShare = 0.9

const lifeMs = storyHours * 3_600_000

type Replica = {
  readonly lang: string
  shelf: StoryShelf
  /** The last entry of the log that it was told; null for a new one. */
  last: string | null
  newestMs: number
  forgottenMs: number
  /** Ends when those that came before have their story. */
  turn: Promise<unknown>
}

/** The shelves of stories of one process, kept the same as everybody else's by the log of all. */
export class StoryShelves {
  readonly #log: Pick<StoryLog, 'told' | 'read' | 'append' | 'pins'>
  readonly #replicas = new Map<string, Replica>()

  constructor(log: Pick<StoryLog, 'told' | 'read' | 'append' | 'pins'>) {
    this.#log = log
  }

  /**
   * The story of an article; whoever asks again gets the first answer.
   *
   * @throws TransientError `stories.contended` when others were always faster
   */
  async tell(article: ShelvedArticle): Promise<ToldStory> {
    const known = await this.#log.told(article.id)
    if (known !== null) return known
    const replica = this.#replica(article.lang)
    const story = replica.turn.then(() => this.#place(replica, article))
    replica.turn = story.catch(() => {})
    return story
  }

  async #place(replica: Replica, article: ShelvedArticle): Promise<ToldStory> {
    if (replica.last === null) await this.#begin(replica)
    for (let tries = 0; tries < triesMax; tries += 1) {
      const place = replica.shelf.place(article)
      const reply = await this.#log.append(replica.lang, replica.last ?? '', place, pinsOf(replica.shelf, place))
      if (reply.state === 'told') return reply.told
      if (reply.state === 'added') {
        replica.shelf.keep(place)
        replica.last = reply.entry
        this.#tidy(replica, place.atMs)
        return reply.told
      }
      // Nothing to read and behind all the same: the log was lost and begun again.
      if (!(await this.#readOn(replica))) await this.#begin(replica)
    }
    throw new TransientError('stories.contended', `others were faster ${triesMax} times`)
  }

  async #begin(replica: Replica): Promise<void> {
    const pins = await this.#log.pins(replica.lang)
    replica.shelf = new StoryShelf()
    replica.last = ''
    for (const [one, other] of pins) replica.shelf.keepApart(one, other)
    await this.#readOn(replica)
  }

  /** @returns whether there was anything */
  async #readOn(replica: Replica): Promise<boolean> {
    const before = replica.last
    for await (const { entry, record } of this.#log.read(replica.lang, before ?? '')) {
      replica.shelf.tell(record)
      replica.last = entry
      if (record.kind === 'place') this.#tidy(replica, record.atMs)
    }
    return replica.last !== before
  }

  #tidy(replica: Replica, atMs: number): void {
    replica.newestMs = Math.max(replica.newestMs, atMs)
    if (replica.newestMs - replica.forgottenMs >= forgetEveryMs) {
      replica.shelf.forget(new Date(replica.newestMs - lifeMs))
      replica.forgottenMs = replica.newestMs
    }
    if (replica.shelf.articles > shelfArticlesMax) replica.shelf.forgetOldest(shelfArticlesMax * leftShare)
  }

  #replica(lang: string): Replica {
    const fresh = { lang, shelf: new StoryShelf(), last: null, newestMs: 0, forgottenMs: 0, turn: Promise.resolve() }
    const replica = this.#replicas.get(lang) ?? fresh
    // The one that was asked for last stands last.
    this.#replicas.delete(lang)
    this.#replicas.set(lang, replica)
    for (const idle of this.#replicas.keys()) {
      if (this.#replicas.size <= shelvesMax) break
      this.#replicas.delete(idle)
    }
    return replica
  }
}

/** Who is kept apart from a story is kept apart from the one it becomes. */
function pinsOf(shelf: StoryShelf, { merged }: StoryPlace): StoryPin[] {
  return merged.flatMap(({ from, to }) => shelf.apartFrom(from).map((other): StoryPin => [to, other]))
}
