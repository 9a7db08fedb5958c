import { inTurn } from '@rafid/catalog'
import type { Politeness, SavedSearches, SearchMatches } from '@rafid/catalog'
import { deliverAlert } from '@rafid/contracts'
import { Deferred, PermanentError, TransientError } from '@rafid/errors'
import type { HttpClient, PostAnswer } from '@rafid/http'
import { defineStage } from '@rafid/pipeline'
import { admitUrl, hostKey } from '@rafid/urls'

export type DeliverAlertDeps = {
  readonly searches: Pick<SavedSearches, 'get'>
  readonly matches: SearchMatches
  readonly http: Pick<HttpClient, 'postJson'>
  readonly politeness: Politeness
  /** Between two requests to one host, in milliseconds. */
  readonly hostGapMs: number
}

const retryDefaultMs = 60_000

/**
 * Tells the webhook of a saved search of a match, in the turn of its host. It is told once, unless a worker dies between
 * its answer and our note of it: receivers know a match by its search and its id.
 */
export const deliverAlertStage = defineStage({
  consumes: deliverAlert,
  emits: [],
  outcomes: ['delivered', 'known', 'gone'],

  async handle({ searchId, matchId }, deps: DeliverAlertDeps, { jobKey, signal }) {
    const { searches, matches, http, politeness, hostGapMs } = deps
    const [search, match] = await Promise.all([searches.get(searchId), matches.get(searchId, matchId)])
    // Removed meanwhile, or pushed out by later matches.
    if (search === null || search.webhook === null || match === null) return { outcome: 'gone' }
    if (await matches.wasDelivered(searchId, matchId)) return { outcome: 'known' }
    const { webhook, id, name, query } = search
    const host = hostKey(admitUrl(webhook))
    const turn = { host, jobKey, gapMs: hostGapMs, address: webhook, timeoutMs: deliverAlert.timeoutMs }
    await inTurn(politeness, turn, async () => {
      throwUnlessTaken(await http.postJson(webhook, { search: { id, name, query }, match }, { signal }))
    })
    await matches.markDelivered(searchId, matchId)
    return { outcome: 'delivered' }
  },
})

/** @throws Deferred, TransientError or PermanentError by what the status asks for */
function throwUnlessTaken({ status, retryAfterMs }: PostAnswer): void {
  if (status >= 200 && status < 300) return
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    throw new Deferred('http.throttled', retryAfterMs ?? retryDefaultMs)
  }
  const message = `the webhook answered ${status}`
  if (status === 408 || status === 425 || status >= 500) throw new TransientError('http.status', message)
  throw new PermanentError('http.status', message)
}
