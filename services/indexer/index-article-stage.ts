import { indexArticle, readArticle } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { defineStage } from '@rafid/pipeline'
import type { ArticleWriter } from '@rafid/search'
import type { SearchAlerts } from './search-alerts.ts'

export type IndexDeps = {
  readonly documents: FileDocuments
  readonly index: ArticleWriter
  readonly alerts: Pick<SearchAlerts, 'tell'>
  /** Told how long an article took from its poll to the index, in seconds. */
  readonly observeLatency: (seconds: number) => void
  /** Told how long after its publication a new article could be found, in milliseconds. */
  readonly observePublished: (ms: number) => void
}

/**
 * An article that was older than this when it came was there before its feed was: it tells nothing of how fast we are. In
 * milliseconds; no feed in order is polled less often.
 */
const newForMs = 6 * 3_600_000

/** Makes an article searchable. Its outcome counts as done only after the index has committed it. */
export const indexArticleStage = defineStage({
  consumes: indexArticle,
  emits: [],
  outcomes: ['added', 'replaced', 'stale'],

  async handle({ document, relation }, deps: IndexDeps, { startedAt, traceId }) {
    const { documents, index, alerts, observeLatency, observePublished } = deps
    const article = readArticle(await documents.getJson(document))
    const outcome = await index.put(article, relation)
    if (outcome !== 'stale') observeLatency((Date.now() - startedAt.getTime()) / 1000)
    const delayMs = article.publishedAt === null ? null : Date.now() - Date.parse(article.publishedAt)
    // Clocks of publishers are a little fast now and then.
    if (outcome === 'added' && delayMs !== null && delayMs <= newForMs) observePublished(Math.max(0, delayMs))
    // What is stale may be a job that died between the two: whom it has told already is not told again.
    if (outcome !== 'replaced' && relation.kind === 'original') await alerts.tell(article, { traceId, startedAt })
    return { outcome }
  },
})
