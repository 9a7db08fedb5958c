import { setStory } from '@rafid/contracts'
import { defineStage } from '@rafid/pipeline'
import type { ArticleWriter } from '@rafid/search'

/** Lets the index know the story of an article, whether it has the article already or not. */
export const setStoryStage = defineStage({
  consumes: setStory,
  emits: [],
  outcomes: ['set'],

  async handle(decision, { index }: { readonly index: Pick<ArticleWriter, 'setStory'> }) {
    await index.setStory(decision)
    return { outcome: 'set' }
  },
})
