import { moveCluster } from '@rafid/contracts'
import { defineStage } from '@rafid/pipeline'
import type { ArticleWriter } from '@rafid/search'

/** Lets the index follow when two clusters of copies turn out to be one. */
export const moveClusterStage = defineStage({
  consumes: moveCluster,
  emits: [],
  outcomes: ['moved'],

  async handle({ from, to }, { index }: { readonly index: Pick<ArticleWriter, 'moveCluster'> }) {
    await index.moveCluster(from, to)
    return { outcome: 'moved' }
  },
})
