import { PermanentError } from '@rafid/errors'

const unitsMs: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 }
const leastMs = 60_000
const mostMs = 30 * 86_400_000

/**
 * Reads a length of time such as `90s`, `15m`, `6h` or `1d`.
 *
 * @returns milliseconds
 * @throws PermanentError `request.invalid` for anything else, and beyond a minute to thirty days
 */
export function parseDuration(text: string): number {
  const [, number, unit = ''] = /^(\d{1,6})([dhms])$/.exec(text) ?? []
  const ms = Number(number) * (unitsMs[unit] ?? Number.NaN)
  if (ms >= leastMs && ms <= mostMs) return ms
  throw new PermanentError('request.invalid', `${text} is no interval from 1m to 30d, such as 15m or 6h`)
}

/** A length of time in its two largest units: `1h 30m`. */
export function durationInWords(ms: number): string {
  let rest = Math.round(ms / 1000) * 1000
  const parts: string[] = []
  for (const [unit, unitMs] of Object.entries(unitsMs)) {
    const count = Math.floor(rest / unitMs)
    if (count > 0) parts.push(`${count}${unit}`)
    rest -= count * unitMs
  }
  return parts.slice(0, 2).join(' ') || '0s'
}
