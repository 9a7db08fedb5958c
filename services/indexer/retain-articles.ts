import type { ArticleWriter } from '@rafid/search'
import type { Logger } from '@rafid/telemetry'

/** What an installation keeps; undefined keeps all. */
export type Keeping = { readonly keepDays: number | undefined; readonly keepArticles: number | undefined }

const dayMs = 86_400_000
const everyMs = 3_600_000

/**
 * Forgets articles that are too old or too many, now and every hour.
 *
 * @returns a function that ends it
 */
export function retainArticles(
  index: Pick<ArticleWriter, 'retain'>,
  { keepDays, keepArticles }: Keeping,
  log: Pick<Logger, 'info' | 'error'>,
): () => void {
  if (keepDays === undefined && keepArticles === undefined) return () => {}
  const retain = async (): Promise<void> => {
    const since = keepDays === undefined ? null : new Date(Date.now() - keepDays * dayMs)
    const forgotten = await index.retain({ since, articlesMax: keepArticles ?? null })
    if (forgotten > 0) log.info({ forgotten }, 'old articles forgotten')
  }
  const tell = (error: unknown): void => log.error({ error: String(error) }, 'old articles could not be forgotten')
  void retain().catch(tell)
  const timer = setInterval(() => void retain().catch(tell), everyMs)
  return () => clearInterval(timer)
}
