import { PermanentError } from '@rafid/errors'
import { AuditLog } from '@rafid/pipeline'
import type { AuditEntry } from '@rafid/pipeline'
import { admitUrl } from '@rafid/urls'
import type { OperateFeedDeps } from './operate-feed.ts'

/** Feeds as a list names them, and what of the list could not be read. */
export type WantedFeeds = {
  readonly feeds: readonly { readonly url: string; readonly title: string | null; readonly siteUrl: string | null }[]
  readonly problems: readonly string[]
}

/** What became of a list. */
export type ImportedFeeds = { readonly added: number; readonly known: number; readonly problems: readonly string[] }

/**
 * Adds the feeds of a list, in its order, and writes down that it was done.
 *
 * @param options.onProgress told after each feed how many of the list are done, of how many
 */
export async function importFeeds(
  { home, feeds }: OperateFeedDeps,
  list: WantedFeeds,
  { by, onProgress }: { readonly by: AuditEntry['by']; readonly onProgress?: (done: number, all: number) => void },
): Promise<ImportedFeeds> {
  const result = { added: 0, known: 0, problems: [...list.problems] }
  for (const [index, { url, title, siteUrl }] of list.feeds.entries()) {
    try {
      const { added } = await feeds.add({ url: admitUrl(url).href, title, siteUrl })
      result[added ? 'added' : 'known'] += 1
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      result.problems.push(`${url}: ${error.message}`)
    }
    onProgress?.(index + 1, list.feeds.length)
  }
  if (result.added > 0) {
    await new AuditLog(home).add({ by, action: 'feed.import', about: 'list', count: result.added })
  }
  return result
}
