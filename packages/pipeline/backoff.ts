/** Times between attempts, in milliseconds. */
export type BackoffLimits = { readonly baseMs: number; readonly capMs: number }

/** What stages use unless told otherwise. */
export const backoffDefaults: BackoffLimits = { baseMs: 2_000, capMs: 300_000 }

/**
 * Exponential backoff with full jitter: anywhere between nothing and `baseMs · 2^(attempt − 1)`, at most `capMs`.
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 *
 * @param attempt the attempt that has just failed, from 1
 * @param random a number in [0, 1)
 * @returns milliseconds to wait, at least 1
 */
export function backoffMs(attempt: number, random: number, limits: BackoffLimits = backoffDefaults): number {
  const ceilingMs = Math.min(limits.capMs, limits.baseMs * 2 ** Math.max(0, attempt - 1))
  return Math.max(1, Math.round(random * ceilingMs))
}
