import type { PollingState } from './polling-state.ts'

type Move = PollingState['move']

/** A new address is believed after so many polls… */
const movePollsMin = 4
/** …over so long a time. */
const moveMsMin = 2 * 24 * 3_600_000

/**
 * Whether a feed has moved for good. One answer may be a mistake, or a publisher's maintenance page; only what several
 * polls over two days say, and what shows the entries that we know, is believed. Temporary redirects never are.
 *
 * @param before what was known of a move
 * @param poll.movedTo where nothing but permanent redirects (301, 308) led, null when there were none
 * @param poll.overlap whether entries that we knew were there; null when the answer had no entries (304)
 * @returns what is known now, and the address to adopt, if any
 */
export function afterRedirect(
  before: Move,
  { movedTo, overlap, atMs }: { movedTo: string | null; overlap: boolean | null; atMs: number },
): { move: Move; adopt: string | null } {
  if (movedTo === null || overlap === false) return { move: null, adopt: null }
  const known = before?.url === movedTo ? before : { url: movedTo, sinceMs: atMs, polls: 0, overlaps: 0 }
  const move = { ...known, polls: known.polls + 1, overlaps: known.overlaps + (overlap === true ? 1 : 0) }
  const isSure = move.polls >= movePollsMin && atMs - move.sinceMs >= moveMsMin && move.overlaps > 0
  return isSure ? { move: null, adopt: movedTo } : { move, adopt: null }
}

/**
 * Where the permanent redirects of an answer lead.
 *
 * @param redirects the status of each and the URL it led to
 * @returns the last address, or null when there were none or one of them was temporary
 */
export function permanentTarget(
  redirects: readonly { readonly status: number; readonly url: string }[],
): string | null {
  if (!redirects.every(({ status }) => status === 301 || status === 308)) return null
  return redirects.at(-1)?.url ?? null
}
