import type { DateReading } from '@rafid/dates'
import { utcDay } from '@rafid/dates'

const apart = /(?<!\d)((?:19|20)\d{2})[-/_.](\d{1,2})[-/_.](\d{1,2})(?!\d)/
const together = /(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)/
const addressCharsMax = 2000

/** The day that stands in a page's address, as /2023/09/17/ or /20230917-title; null when there is none. */
export function addressDay(url: string): DateReading | null {
  const text = url
    .slice(0, addressCharsMax)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/s, '')
  for (const pattern of [apart, together]) {
    const match = pattern.exec(text)
    const at = match === null ? null : utcDay(Number(match[1]), Number(match[2]), Number(match[3]))
    if (at !== null && at.getUTCFullYear() >= 1990 && at.getUTCFullYear() < 2100)
      return { at, day: at.toISOString().slice(0, 10), isLocal: true, otherDay: null }
  }
  return null
}
