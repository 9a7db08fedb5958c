import { monthNamed, readDate, relativeDate } from '@rafid/dates'
import { normaliseText } from '@rafid/text'
import { periodNamed } from './period-names.ts'
import { dayIn, startOfDay } from './zoned-day.ts'
import type { Day } from './zoned-day.ts'

/** From when to when a written date lasts; a moment lasts nothing. */
export type DateSpan = { readonly from: Date; readonly to: Date }

export type DateOptions = {
  readonly now: Date
  /** Of the IANA database; whose days are meant. */
  readonly timeZone: string
}

/** A longer text is no date. */
const valueCharsMax = 60
const hourMs = 3_600_000
/** Other years are of other calendars. */
const yearMin = 1900
const yearMax = 2199

const instant = /^[+-]?\d{4,6}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?z$/
const isoDay = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/
const shortSpan = /^(\d{1,4})\s?(h|d|w|m|mo|y)$/
const monthOfYear = /^(\p{L}[\p{L}\p{M} .'’]+?),?(?: (\d{4}))?$/u
const dayOfMonth = /^(\d{1,2}) (\p{L}[\p{L}\p{M} .'’]+)$|^(\p{L}[\p{L}\p{M} .'’]+) (\d{1,2})$/u

/**
 * Reads the value of `after:`, `before:` and `on:`: a day, a month or a year in numbers or words, a moment, or a span
 * before now («أمس», `yesterday`, `3 days ago`, `7d`, «الشهر الماضي»).
 *
 * @returns null for what is no date
 */
export function readDateValue(value: string, options: DateOptions): DateSpan | null {
  if (value.length > valueCharsMax) return null
  const line = normaliseText(value.replaceAll('_', ' '))
  return (
    moment(line) ??
    inNumbers(line, options) ??
    span(line, options) ??
    inMonth(line, options) ??
    inWords(line, options) ??
    ago(line, options)
  )
}

/** Whether a value names a month and no year, which may then come behind it. */
export function lacksYear(value: string): boolean {
  const line = normaliseText(value)
  const [, name = '', year] = monthOfYear.exec(line) ?? []
  const [, , nameAfter, nameBefore] = dayOfMonth.exec(line) ?? []
  return year === undefined && monthNamed(nameAfter ?? nameBefore ?? name) > 0
}

function moment(line: string): DateSpan | null {
  if (!instant.test(line)) return null
  const at = new Date(line.toUpperCase())
  return Number.isNaN(at.getTime()) ? null : { from: at, to: at }
}

function inNumbers(line: string, { timeZone }: DateOptions): DateSpan | null {
  const [, year, month, day] = isoDay.exec(line) ?? []
  if (year === undefined || Number(year) < yearMin || Number(year) > yearMax) return null
  const first = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) }
  const exists = new Date(Date.UTC(first.year, first.month - 1, first.day)).getUTCMonth() === first.month - 1
  if (!exists || first.day === 0) return null
  return day === undefined ? months(first, month === undefined ? 12 : 1, timeZone) : days(first, 1, timeZone)
}

function span(line: string, { now, timeZone }: DateOptions): DateSpan | null {
  const [, amount, unit = ''] = shortSpan.exec(line) ?? []
  const today = dayIn(now, timeZone)
  if (amount === undefined) return periodNamed(line, (period, back) => periodOf(period, back, today, timeZone))
  if (unit === 'h') return sameMoment(new Date(now.getTime() - Number(amount) * hourMs))
  const count = Number(amount)
  if (unit === 'y') return days({ ...today, year: today.year - count }, 1, timeZone)
  if (unit.startsWith('m')) return days({ ...today, month: today.month - count }, 1, timeZone)
  return days({ ...today, day: today.day - count * (unit === 'w' ? 7 : 1) }, 1, timeZone)
}

function periodOf(period: 'week' | 'month' | 'year', back: number, today: Day, timeZone: string): DateSpan {
  if (period === 'year') return months({ year: today.year - back, month: 1, day: 1 }, 12, timeZone)
  if (period === 'month') return months({ ...today, month: today.month - back, day: 1 }, 1, timeZone)
  // Weeks begin on other days in other countries: this one is the seven days up to today, the last one those before.
  return days({ ...today, day: today.day - (back === 0 ? 6 : 7) }, 7, timeZone)
}

function inMonth(line: string, { now, timeZone }: DateOptions): DateSpan | null {
  const today = dayIn(now, timeZone)
  const [, name = '', year] = monthOfYear.exec(line) ?? []
  const month = monthNamed(name)
  if (month > 0) return months({ year: Number(year ?? lastYearOf(today, month, 1)), month, day: 1 }, 1, timeZone)
  const [, dayBefore, nameAfter, nameBefore, dayAfter] = dayOfMonth.exec(line) ?? []
  const named = monthNamed(nameAfter ?? nameBefore ?? '')
  const day = Number(dayBefore ?? dayAfter)
  if (named === 0 || !(day >= 1 && day <= 31)) return null
  return days({ year: lastYearOf(today, named, day), month: named, day }, 1, timeZone)
}

/** The year in which such a day was last. */
function lastYearOf(today: Day, month: number, day: number): number {
  const isPast = month < today.month || (month === today.month && day <= today.day)
  return isPast ? today.year : today.year - 1
}

function inWords(line: string, { timeZone }: DateOptions): DateSpan | null {
  const read = readDate(line)
  if (read === null) return null
  if (/\d:\d\d/.test(line)) return sameMoment(read.at)
  const [year = 0, month = 1, day = 1] = read.day.split('-').map(Number)
  return days({ year, month, day }, 1, timeZone)
}

function ago(line: string, { now, timeZone }: DateOptions): DateSpan | null {
  const read = relativeDate(line)
  if (read === null) return null
  if ('seconds' in read) return sameMoment(new Date(now.getTime() - read.seconds * 1000))
  const today = dayIn(now, timeZone)
  return days({ ...today, day: today.day - read.days }, 1, timeZone)
}

function sameMoment(at: Date): DateSpan {
  return { from: at, to: at }
}

function days(first: Day, count: number, timeZone: string): DateSpan {
  return { from: startOfDay(first, timeZone), to: startOfDay({ ...first, day: first.day + count }, timeZone) }
}

function months(first: Day, count: number, timeZone: string): DateSpan {
  return { from: startOfDay(first, timeZone), to: startOfDay({ ...first, month: first.month + count }, timeZone) }
}
