import type { Politeness, Turn } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'

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
  try {
    const result = await request()
    isWell = true
    return result
  } catch (error) {
    if (error instanceof Deferred) await politeness.limited(turn.host, address, error.delayMs)
    throw error
  } finally {
    await politeness.endTurn(turn, isWell)
  }
}
