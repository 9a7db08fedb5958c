import { monthNamed } from './month-names.ts'
import { calendarOfYear, gregorianOf, otherMonthNamed } from './other-calendars.ts'

/** A day found in a line, where it stands, and the other day it may be if day and month change places. */
export type WrittenDay = { date: Date; other: Date | null; at: number; end: number }

/** Thai newspapers count from the Buddha's passing. */
const buddhistEra = 543
const buddhistYears = { min: 2533, max: 2643 }

/** In every day written out is a year in full, or one in short: before a time, or after a day and a month in numbers. */
const dayDigits = /\d{4}|\d:\d\d|\d[./]\d\d/
const numeric = /(?<![\d.])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)/
const shortYear = /(?<![\d.:/-])(\d{2})[./](\d{2})[./](\d{2})(?![\d.:/-])/
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/
const vietnamese = /(\d{1,2})\s?thang\s?(\d{1,2})\s?,?\s?(?:nam\s)?(\d{4})/
const word = String.raw`\p{L}[\p{L}\p{M}’']{1,20}`
const dayFirst = new RegExp(
  String.raw`(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|eme|º|ª|o|a)?[\s.,/-]+(?:de |d'|di |da |من |of |ta' )?(${word}\.?(?: \p{L}{2,12})?)(?:\s?[/|(]\s?\p{L}[\p{L}\p{M}]*(?: \p{L}+)?\)?)?[\s.,/-]+(?:de |del |of |في |سنه |ام |عام )?(\d{4}|’?\d{2}(?=[\s,]+\d{1,2}:\d{2}))(?!\d)`,
  'u',
)
const monthFirst = new RegExp(
  String.raw`(${word}(?: \p{L}{3,12})?)\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}(?::\d{2})? (?:[+-]\d{4} )?)?(\d{4})(?!\d)`,
  'u',
)
const yearFirst = new RegExp(
  String.raw`(?<!\d)(\d{4})\.?,?\s(?:m\. |gada )?(?:(\d{1,2})\.?\s)?(${word})\.?(?:\s(\d{1,2}))?(?![\d:])`,
  'u',
)

/** The first day that a normalised line names in words or numbers, also in the Hijri and the Persian calendar. */
export function dayIn(line: string, isMonthFirst: boolean): WrittenDay | null {
  if (!dayDigits.test(line)) return null
  for (const { pattern, read } of forms) {
    const match = pattern.exec(line)
    if (match === null) continue
    const dates = read(match, isMonthFirst)
    const [date, other = null] = dates
    if (date !== undefined) return { date, other, at: match.index, end: match.index + match[0].length }
  }
  return null
}

/** A day of the Gregorian calendar at midnight UTC; null for one that does not exist or is of no year of the web. */
export function utcDay(year: number, month: number, day: number): Date | null {
  const calendar = calendarOfYear(year)
  if (calendar !== null) return gregorianOf(calendar, { year, month, day })
  const ours = year >= buddhistYears.min && year <= buddhistYears.max ? year - buddhistEra : year
  if (ours < 1000 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(ours, month - 1, day))
  return date.getUTCMonth() === month - 1 ? date : null
}

type Form = { pattern: RegExp; read: (match: RegExpExecArray, isMonthFirst: boolean) => Date[] }

const forms: Form[] = [
  { pattern: dayFirst, read: (match) => named(match[3], match[2], match[1]) },
  { pattern: monthFirst, read: (match) => named(match[3], match[1], match[2]) },
  { pattern: yearFirst, read: (match) => named(match[1], match[3], match[2] ?? match[4]) },
  { pattern: eastAsian, read: (match) => existing(utcDay(Number(match[1]), Number(match[2]), Number(match[3]))) },
  { pattern: vietnamese, read: (match) => existing(utcDay(Number(match[3]), Number(match[2]), Number(match[1]))) },
  { pattern: numeric, read: (match, isMonthFirst) => byNumbers(match, isMonthFirst, 0) },
  { pattern: shortYear, read: (match, isMonthFirst) => byNumbers(match, isMonthFirst, 2000) },
]

function byNumbers(match: RegExpExecArray, isMonthFirst: boolean, century: number): Date[] {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3]) + century]
  const dayThenMonth = utcDay(year, second, first)
  const monthThenDay = utcDay(year, first, second)
  // Points stand between day, month and year; who tells the month first writes strokes.
  if (match[0].includes('.')) return existing(dayThenMonth ?? monthThenDay)
  const inOrder = isMonthFirst ? [monthThenDay, dayThenMonth] : [dayThenMonth, monthThenDay]
  return inOrder.flatMap(existing)
}

function named(year = '', name = '', day = ''): Date[] {
  const years = year.length === 4 ? Number(year) : 2000 + Number(year.replace(/\D/g, ''))
  const plain = name.trim()
  // A second word belongs to the name («تشرين الأول») or follows it («3 آذار الجاري»).
  for (const spelling of [plain, plain.split(' ')[0] ?? '', plain.split(' ')[1] ?? '', plain.replace(/^[בבמ]/, '')]) {
    const month = monthNamed(spelling)
    if (month > 0 && calendarOfYear(years) === null) return existing(utcDay(years, month, Number(day)))
    const other = otherMonthNamed(spelling)
    if (other !== null)
      return existing(gregorianOf(other.calendar, { year: years, month: other.month, day: Number(day) }))
  }
  return []
}

function existing(date: Date | null): Date[] {
  return date === null ? [] : [date]
}
