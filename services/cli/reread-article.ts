import { fetchPage } from '@rafid/contracts'
import type { Article } from '@rafid/contracts'
import { AuditLog, job, Queues } from '@rafid/pipeline'
import type { AuditEntry, QueueHome } from '@rafid/pipeline'

/**
 * Queues the page of an article again. While it is queued already, once more changes nothing. What the feed said of it has
 * gone: the page speaks for itself.
 *
 * @returns the trace that the article is followed by
 */
export async function rereadArticle(
  home: QueueHome,
  { id, url, feedId }: Pick<Article, 'id' | 'url' | 'feedId'>,
  by: AuditEntry['by'],
): Promise<string> {
  const trace = { traceId: crypto.randomUUID().replaceAll('-', ''), startedAt: new Date().toISOString() }
  const queues = new Queues(home)
  try {
    await queues.add([job(fetchPage, { url, feedId, entry: null })], trace)
  } finally {
    await queues.close()
  }
  await new AuditLog(home).add({ by, action: 'article.reparse', about: id, count: 1 })
  return trace.traceId
}
