import type { FeedEntry } from './parsed-feed.ts'

/**
 * Makes ids tell entries apart where a publisher gives several entries one id: their URL is added to it.
 * All of those entries get it, so that none changes its id with its place in the feed.
 */
export function distinguishIds(entries: readonly FeedEntry[]): FeedEntry[] {
  const urlsById = new Map<string, Set<string | null>>()
  for (const { id, url } of entries) urlsById.set(id, (urlsById.get(id) ?? new Set()).add(url))
  return entries.map((entry) => {
    const shared = (urlsById.get(entry.id)?.size ?? 0) > 1
    return shared && entry.url !== null ? { ...entry, id: `${entry.id}|${entry.url}` } : entry
  })
}
