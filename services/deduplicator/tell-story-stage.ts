import { moveStory, readArticle, setStory, tellStory } from '@rafid/contracts'
import type { Article } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { defineStage, job } from '@rafid/pipeline'
import { storyLanguage } from '@rafid/similarity'
import type { ShelvedArticle } from '@rafid/similarity'
import type { StoryShelves } from './story-shelves.ts'

export type TellStoryDeps = {
  readonly documents: FileDocuments
  readonly shelves: Pick<StoryShelves, 'tell'>
}

/** What was published longer before it was found is news of the time it was found, in milliseconds. */
const lateMsMax = 48 * 3_600_000

/** Puts an article into the story of its event, or begins one with it. */
export const tellStoryStage = defineStage({
  consumes: tellStory,
  emits: [setStory, moveStory],
  outcomes: ['begun', 'joined', 'merged'],

  async handle({ articleId, document }, { documents, shelves }: TellStoryDeps) {
    const article = readArticle(await documents.getJson(document))
    const { storyId, order, merged } = await shelves.tell(shelved(article))
    const moves = merged.map((move) => job(moveStory, move))
    return {
      outcome: merged.length > 0 ? 'merged' : storyId.slice(1) === articleId.slice(1) ? 'begun' : 'joined',
      emit: [job(setStory, { articleId, storyId, order }), ...moves],
    }
  },
})

function shelved({ id, title, text, lang, publishedAt, fetchedAt }: Article): ShelvedArticle {
  const foundMs = Date.parse(fetchedAt)
  const publishedMs = publishedAt === null ? foundMs : Date.parse(publishedAt)
  const at = new Date(Math.min(foundMs, Math.max(publishedMs, foundMs - lateMsMax)))
  return { id, at, title, text, lang: storyLanguage(lang) }
}
