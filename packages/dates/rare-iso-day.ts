/** A day of the Gregorian calendar as its parts. */
export type DayParts = { year: number; month: number; day: number }

const dayMs = 86_400_000

type Form = { pattern: RegExp; read: (numbers: number[]) => DayParts | null }

const forms: readonly Form[] = [
  // The century left out, as ISO 8601 allowed until 2004.
  {
    pattern: /^(\d\d)-(\d\d)-(\d\d)$/,
    read: ([year = 0, month = 0, day = 0]) => ({ year: fullYear(year), month, day }),
  },
  { pattern: /^(\d\d)(\d\d)(\d\d)$/, read: ([year = 0, month = 0, day = 0]) => ({ year: fullYear(year), month, day }) },
  { pattern: /^-(\d\d)-?(\d\d)$/, read: ([year = 0, month = 0]) => ({ year: fullYear(year), month, day: 1 }) },
  // The day of the year.
  { pattern: /^(\d{4})-?(\d{3})$/, read: ([year = 0, day = 0]) => ordinal(year, day) },
  { pattern: /^-?(\d\d)-?(\d{3})$/, read: ([year = 0, day = 0]) => ordinal(fullYear(year), day) },
  // The day of the week of the year.
  { pattern: /^(\d{4})-?w(\d\d)-?([1-7])$/, read: ([year = 0, week = 0, day = 1]) => weekDay(year, week, day) },
  { pattern: /^(\d{4})-?w(\d\d)$/, read: ([year = 0, week = 0]) => weekDay(year, week, 1) },
  // A year alone, as W3C-DTF has it.
  { pattern: /^(\d{4})$/, read: ([year = 0]) => ({ year, month: 1, day: 1 }) },
]

/**
 * Reads the forms of ISO 8601 that few write: without the century, by the day of the year, by week, a year alone.
 *
 * @param text all of it, in lower case
 */
export function rareIsoDay(text: string): DayParts | null {
  for (const { pattern, read } of forms) {
    const found = pattern.exec(text)
    const day = found === null ? null : read(found.slice(1).map(Number))
    if (day !== null) return day
  }
  return null
}

function fullYear(year: number): number {
  return year + (year < 70 ? 2000 : 1900)
}

function ordinal(year: number, day: number): DayParts | null {
  return day < 1 || day > 366 ? null : partsOf(Date.UTC(year, 0, day))
}

/** Week 1 is the one with 4 January in it, and weeks begin on Monday. */
function weekDay(year: number, week: number, day: number): DayParts | null {
  if (week < 1 || week > 53) return null
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs
  return partsOf(monday + ((week - 1) * 7 + day - 1) * dayMs)
}

function partsOf(time: number): DayParts {
  const date = new Date(time)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
