import type { Politeness } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'
import { admitUrl, hostKey } from '@rafid/urls'

/**
 * Waits in the line of a URL's host.
 *
 * @throws Deferred `host.busy` while it is another's turn, PermanentError for a URL nobody may fetch
 */
export async function takeTurn(
  { politeness, hostGapMs }: { politeness: Politeness; hostGapMs: number },
  url: string,
  jobKey: string,
): Promise<string> {
  const host = hostKey(admitUrl(url))
  const waitMs = await politeness.reserve(host, jobKey, hostGapMs)
  if (waitMs > 0) throw new Deferred('host.busy', waitMs)
  return host
}
