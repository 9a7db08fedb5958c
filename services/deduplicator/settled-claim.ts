import { setTimeout as pause } from 'node:timers/promises'
import type { ArticleWindow, Showing, WindowClaim } from '@rafid/catalog'
import { Deferred } from '@rafid/errors'

type Claim = Exclude<WindowClaim, { readonly state: 'early' }>

/** How often neighbours that came a moment earlier are given time to be decided, and how long each time, in ms. */
const waitsMax = 100
const waitMs = 2

/** After that somebody else may have the slot: the worker of a neighbour may have died, and its job must come back. */
const deferMs = 1_000

/**
 * Shows an article to the window, and looks again while an earlier article is still to be shown or earlier neighbours are
 * being decided: their cluster is not known before. Only earlier articles are waited for, so nobody waits for one that waits
 * for it.
 *
 * @throws Deferred `window.undecided` when it takes longer; the article keeps its place in the order
 */
export async function settledClaim(
  window: Pick<ArticleWindow, 'claim' | 'isReady'>,
  showing: Showing,
  signal: AbortSignal,
): Promise<Claim> {
  for (let waits = 0; waits < waitsMax;) {
    const claim = await window.claim(showing)
    if (claim.state === 'decided') return claim
    const open = openNeighbours(claim)
    if (claim.state === 'open' && open.length === 0) return claim
    do {
      await pause(waitMs, undefined, { signal })
      waits += 1
    } while (waits < waitsMax && !(await window.isReady(claim.seq, open)))
  }
  throw new Deferred('window.undecided', deferMs)
}

function openNeighbours(claim: Exclude<WindowClaim, { readonly state: 'decided' }>): string[] {
  if (claim.state === 'early') return []
  return claim.neighbours.filter((neighbour) => !neighbour.isSettled).map(({ seq }) => seq)
}
