import { moveStory } from '@rafid/contracts'
import { defineStage } from '@rafid/pipeline'
import type { ArticleWriter } from '@rafid/search'

/** Lets the index follow when two stories turn out to be one. */
export const moveStoryStage = defineStage({
  consumes: moveStory,
  emits: [],
  outcomes: ['moved'],

  async handle({ from, to }, { index }: { readonly index: Pick<ArticleWriter, 'moveStory'> }) {
    await index.moveStory(from, to)
    return { outcome: 'moved' }
  },
})
