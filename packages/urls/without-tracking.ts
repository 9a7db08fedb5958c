import { admitUrl } from './admit-url.ts'
import { isTrackingParameter } from './tracking-parameters.ts'

/**
 * The address to show and to follow: as the publisher gave it, without the parameters that only tell who followed it.
 *
 * @param url an absolute http(s) URL
 * @throws PermanentError `url.*` for what `admitUrl` refuses
 */
export function withoutTracking(url: string): string {
  const parsed = admitUrl(url)
  const pairs = parsed.search.slice(1).split('&')
  const kept = pairs.filter((pair) => {
    const [entry] = new URLSearchParams(pair)
    return entry === undefined || !isTrackingParameter(entry[0], entry[1])
  })
  // Unchanged queries are not spelled anew: some servers are particular about theirs.
  if (kept.length < pairs.length) parsed.search = kept.join('&')
  return parsed.href
}
