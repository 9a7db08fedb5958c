import { indexArticle, readArticle } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { defineStage } from '@rafid/pipeline'
import type { ArticleWriter } from '@rafid/search'

export type IndexDeps = {
  readonly documents: FileDocuments
  readonly index: ArticleWriter
  /** Told how long an article took from its poll to the index, in seconds. */
  readonly observeLatency: (seconds: number) => void
}

/** Makes an article searchable. Its outcome counts as done only after the index has committed it. */
export const indexArticleStage = defineStage({
  consumes: indexArticle,
  emits: [],
  outcomes: ['added', 'replaced', 'stale'],

  async handle({ document, relation }, { documents, index, observeLatency }: IndexDeps, { startedAt }) {
    const article = readArticle(await documents.getJson(document))
    const outcome = await index.put(article, relation)
    if (outcome !== 'stale') observeLatency((Date.now() - startedAt.getTime()) / 1000)
    return { outcome }
  },
})
