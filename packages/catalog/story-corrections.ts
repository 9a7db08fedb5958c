import { randomBytes } from 'node:crypto'
import { PermanentError } from '@rafid/errors'
import { storyLanguage } from '@rafid/similarity'
import type { StoryMove } from '@rafid/similarity'
import type { StoryLog } from './story-log.ts'

/** A story as it stands in the index. */
type StandingStory = {
  readonly id: string
  readonly lang: string | null
  readonly articles: readonly { readonly id: string }[]
}

/** What the index must be told of a split. */
export type SplitStory = {
  /** The story of the articles from now on. */
  readonly into: string
  readonly decisions: readonly { readonly articleId: string; readonly storyId: string; readonly order: number }[]
}

const idBytes = 12

/**
 * Makes two stories one, because an operator says so.
 *
 * @returns what the index must be told
 * @throws PermanentError `story.same`, `story.other_language`
 */
export async function mergeStories(log: StoryLog, goesOn: StandingStory, ends: StandingStory): Promise<StoryMove> {
  if (goesOn.id === ends.id) throw new PermanentError('story.same', 'the two are one story already')
  const lang = storyLanguage(goesOn.lang)
  if (lang !== storyLanguage(ends.lang)) {
    throw new PermanentError('story.other_language', 'a story has articles of one language')
  }
  const move = { from: ends.id, to: goesOn.id }
  await log.merge(lang, move)
  return move
}

/**
 * Takes articles out of a story into one of their own, because an operator says so. The two are never joined again but by
 * an operator.
 *
 * @throws PermanentError `story.not_member`, `story.whole`
 */
export async function splitStory(
  log: StoryLog,
  story: StandingStory,
  articleIds: readonly string[],
): Promise<SplitStory> {
  const ids = [...new Set(articleIds)]
  const members = new Set(story.articles.map(({ id }) => id))
  const stranger = ids.find((id) => !members.has(id))
  if (stranger !== undefined) throw new PermanentError('story.not_member', `the story has no article ${stranger}`)
  if (ids.length === members.size) throw new PermanentError('story.whole', 'at least one article must stay')
  const into = `s${randomBytes(idBytes).toString('hex')}`
  const order = await log.split(storyLanguage(story.lang), { from: story.id, into, articleIds: ids })
  return { into, decisions: ids.map((articleId) => ({ articleId, storyId: into, order })) }
}
