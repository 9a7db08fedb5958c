import { politely, type Politeness } from '@rafid/catalog'
import { discoverFeeds } from '@rafid/discovery'
import type { Discovery } from '@rafid/discovery'
import { usable, type HttpClient } from '@rafid/http'

const accept =
  'text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5'

/** A person waits no longer for what is found at an address, in milliseconds. */
const searchMaxMs = 20_000

/** Finds the feeds of sites, one request at a time and in the turn of their hosts. */
export function discoverer(deps: {
  readonly http: HttpClient
  readonly politeness: Politeness
  readonly hostGapMs: number
}): (address: string) => Promise<Discovery> {
  return (address) => {
    const { http, politeness, hostGapMs: gapMs } = deps
    const signal = AbortSignal.timeout(searchMaxMs)
    const ask = politely({ politeness, gapMs, jobKey: `discover ${address}` }, async (url) =>
      usable(await http.get(url, { accept, signal })),
    )
    return discoverFeeds(address, { ask, now: new Date() })
  }
}
