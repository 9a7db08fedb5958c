const delayMaxMs = 24 * 60 * 60 * 1_000

/**
 * How long a server asks us to stay away (RFC 9110, 10.2.3): seconds, or a date.
 *
 * @returns milliseconds from `now`, 0 to 24 h, or null for what is neither
 */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null
  const text = value.trim()
  if (/^\d{1,15}$/.test(text)) return Math.min(Number(text) * 1_000, delayMaxMs)
  // Date.parse alone would take "-1" for a year.
  const at = /^[a-z]{3,9},? .{8,30}$/i.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.min(Math.max(at - now.getTime(), 0), delayMaxMs)
}
