import { CodedError } from '@rafid/errors'
import { admitUrl, redactUrl } from '@rafid/urls'

import { feedsMax, type ListedFeed, problemsMax } from './feed-list.ts'

type Candidate = Omit<ListedFeed, 'url'> & { url: string; where: string }

/** Takes each feed once whose URL can be fetched, in order, and says what is wrong with the others. */
export function collectFeeds(candidates: Iterable<Candidate>): { feeds: ListedFeed[]; problems: string[] } {
  const feeds = new Map<string, ListedFeed>()
  const problems: string[] = []
  for (const { where, ...candidate } of candidates) {
    if (feeds.size >= feedsMax) {
      problems.push(`more than ${feedsMax} feeds: the rest is left out`)
      break
    }
    try {
      const url = admitUrl(candidate.url.trim()).href
      // Not by canonical URL: with and without `www.` are one article, but may be two feeds.
      if (!feeds.has(url)) feeds.set(url, { ...candidate, url })
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      if (problems.length < problemsMax) problems.push(`${where}: ${redactUrl(candidate.url)} (${error.code})`)
    }
  }
  return { feeds: [...feeds.values()], problems }
}
