import { setTimeout as pause } from 'node:timers/promises'
import { CodedError, Deferred } from '@rafid/errors'
import { admitUrl, hostKey } from '@rafid/urls'
import type { Politeness, RequestFailure, Turn } from './politeness.ts'

/** A turn outlives the longest request by so much, in milliseconds: a slow store must not let the next one in early. */
const leaseSlackMs = 10_000

/**
 * Makes one request to a host in its turn.
 *
 * @param timeoutMs after this long the request has certainly ended
 * @throws Deferred `host.busy` while it is another's turn; what `request` throws. A Deferred of its own (429, or 503 with
 *   a time) is told to all workers before it is passed on.
 */
export async function inTurn<Result>(
  politeness: Politeness,
  { timeoutMs, address, ...turn }: Turn & { readonly timeoutMs: number; readonly address: string },
  request: () => Promise<Result>,
): Promise<Result> {
  const waitMs = await politeness.beginTurn(turn, timeoutMs + leaseSlackMs)
  if (waitMs > 0) throw new Deferred('host.busy', waitMs)
  let isWell = false
  let failure: RequestFailure | null = null
  try {
    const result = await request()
    isWell = true
    return result
  } catch (error) {
    // What has no code is ours: a process that stops, or a bug.
    if (error instanceof CodedError) failure = { code: error.code, address }
    if (error instanceof Deferred) await politeness.limited(turn.host, address, error.delayMs)
    throw error
  } finally {
    await politeness.endTurn(turn, isWell, failure)
  }
}

/** How long a person waits for the turn of one request, and how long a request may take, in milliseconds. */
const patienceMs = 10_000
const requestMaxMs = 60_000

/**
 * Makes every request of a kind wait for its turn at the host, for somebody who stands by.
 *
 * @param jobKey who asks
 * @returns a function that throws Deferred `host.busy` when the turn does not come in time, else what `get` throws
 */
export function politely<Answer>(
  { politeness, gapMs, jobKey }: { politeness: Politeness; gapMs: number; jobKey: string },
  get: (url: string) => Promise<Answer>,
): (url: string) => Promise<Answer> {
  return async (url) => {
    const turn = { host: hostKey(admitUrl(url)), jobKey, gapMs, address: url, timeoutMs: requestMaxMs }
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        return await inTurn(politeness, turn, () => get(url))
      } catch (error) {
        const isOurTurn = !(error instanceof Deferred) || error.code !== 'host.busy'
        if (isOurTurn || Date.now() + error.delayMs > until) throw error
        await pause(error.delayMs)
      }
    }
  }
}
