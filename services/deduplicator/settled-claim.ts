import { setTimeout as pause } from 'node:timers/promises'
import type { ArticleWindow, Showing } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'

type Claim = Awaited<ReturnType<ArticleWindow['claim']>>

/** How often neighbours that came a moment earlier are given time to be decided, and how long each time, in ms. */
const waitsMax = 40
const waitMs = 5

/** After that somebody else may have the slot: the worker of a neighbour may have died, and its job must come back. */
const deferMs = 1_000

/**
 * Shows an article to the window, and looks again while earlier neighbours are still being decided: their cluster is not
 * known before. Only earlier articles are waited for, so nobody waits for one that waits for it.
 *
 * @throws Deferred `window.undecided` when it takes longer; the article keeps its place in the order
 */
export async function settledClaim(
  window: Pick<ArticleWindow, 'claim'>,
  showing: Showing,
  signal: AbortSignal,
): Promise<Claim> {
  for (let waits = 0; waits < waitsMax; waits += 1) {
    const claim = await window.claim(showing)
    if (claim.state === 'decided' || claim.neighbours.every((neighbour) => neighbour.isSettled)) return claim
    await pause(waitMs, undefined, { signal })
  }
  throw new Deferred('window.undecided', deferMs)
}
