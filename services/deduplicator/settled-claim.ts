import { setTimeout as pause } from 'node:timers/promises'
import type { ArticleWindow, Showing } from '@rafid/catalog'

type Claim = Awaited<ReturnType<ArticleWindow['claim']>>

/** How often neighbours that came a moment earlier are given time to be decided, and how long each time, in ms. */
const waitsMax = 40
const waitMs = 5

/**
 * Shows an article to the window, and looks again while earlier neighbours are still being decided: their cluster is not
 * known before. Only earlier articles are waited for, so nobody waits for one that waits for it; a neighbour whose worker
 * has died is taken as it is.
 */
export async function settledClaim(
  window: Pick<ArticleWindow, 'claim'>,
  showing: Showing,
  signal: AbortSignal,
): Promise<Claim> {
  for (let waits = 0; ; waits += 1) {
    const claim = await window.claim(showing)
    const isSettled = claim.state === 'decided' || claim.neighbours.every((neighbour) => neighbour.isDecided)
    if (isSettled || waits === waitsMax) return claim
    await pause(waitMs, undefined, { signal })
  }
}
