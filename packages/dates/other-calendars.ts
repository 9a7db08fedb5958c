import { normaliseText } from '@rafid/text'

/** Calendars beside the Gregorian in which newspapers date their pages. */
export type Calendar = 'hijri' | 'persian'

/** Years of the web, in each calendar; numbers between the two mean the Hijri year, for the Persian one is yet to come. */
const persianYears = { min: 1369, max: 1409 }
const hijriYears = { min: 1410, max: 1500 }
const dayMs = 86_400_000
/** Tabular reckoning and the calendar in use part by a day or two. */
const driftDaysMax = 3

/** Months in order, the spellings of one apart by a bar: what Intl names in Arabic, and how newspapers write it. */
const hijriMonths = `
  محرم|محرم الحرام, صفر|صفر الخير, ربيع الاول|ربيع الاول, ربيع الاخر|ربيع الثاني, جمادى الاولى|جمادى الاول|جمادي الاولي,
  جمادى الاخرة|جمادى الثانية|جمادى الاخر|جمادى الثاني, رجب|رجب الفرد, شعبان|شعبان المعظم, رمضان|رمضان المبارك, شوال,
  ذو القعدة|ذي القعدة|ذوالقعدة|ذي قعدة, ذو الحجة|ذي الحجة|ذوالحجة|ذي حجة`
const persianMonths = 'فروردین, اردیبهشت, خرداد, تیر, مرداد|امرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند'

const monthsBySpelling = new Map([...monthsOf('hijri', hijriMonths), ...monthsOf('persian', persianMonths)])
const formats: Record<Calendar, Intl.DateTimeFormat> = {
  hijri: formatOf('islamic-umalqura'),
  persian: formatOf('persian'),
}

/** The month a word names in one of the calendars, null for any other word. */
export function otherMonthNamed(name: string): { calendar: Calendar; month: number } | null {
  return monthsBySpelling.get(normaliseText(name)) ?? null
}

/** The calendar a bare year of four digits belongs to; null for a Gregorian one, or one before the web. */
export function calendarOfYear(year: number): Calendar | null {
  if (year >= persianYears.min && year <= persianYears.max) return 'persian'
  return year >= hijriYears.min && year <= hijriYears.max ? 'hijri' : null
}

/**
 * The day as Gregorian date, at midnight UTC. Reckoned by the tabular calendar (Hijri) or from the equinox (Persian),
 * then set right by the calendars of the Unicode CLDR: Umm al-Qura, the civil calendar of Saudi Arabia, and Solar Hijri.
 *
 * @param day year, month and day of that calendar
 * @returns null for a day the calendar does not have
 */
export function gregorianOf(calendar: Calendar, day: { year: number; month: number; day: number }): Date | null {
  if (calendarOfYear(day.year) !== calendar || day.month < 1 || day.month > 12 || day.day < 1) return null
  const guess = calendar === 'hijri' ? tabular(day) : fromEquinox(day)
  const wanted = `${day.year}-${day.month}-${day.day}`
  for (let drift = 0; drift <= driftDaysMax; drift++) {
    for (const sign of [1, -1]) {
      const date = new Date(guess + sign * drift * dayMs)
      if (partsOf(calendar, date) === wanted) return date
    }
  }
  return null
}

/** Islamic tabular calendar: years of 354 days, eleven leap days in thirty years, counted from 16 July 622. */
function tabular({ year, month, day }: { year: number; month: number; day: number }): number {
  const days = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
  return Date.UTC(622, 6, 19) + days * dayMs
}

function fromEquinox({ year, month, day }: { year: number; month: number; day: number }): number {
  return Date.UTC(year + 621, 2, 21) + ((month - 1) * 30 + Math.min(month - 1, 6) + day - 1) * dayMs
}

function partsOf(calendar: Calendar, date: Date): string {
  const parts = formats[calendar].formatToParts(date)
  const value = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10)
  return `${value('year')}-${value('month')}-${value('day')}`
}

function formatOf(calendar: string): Intl.DateTimeFormat {
  const numeric = 'numeric'
  return new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: numeric,
    month: numeric,
    day: numeric,
    timeZone: 'UTC',
  })
}

function monthsOf(calendar: Calendar, names: string): [string, { calendar: Calendar; month: number }][] {
  return names
    .split(',')
    .flatMap((spellings, at) =>
      spellings
        .split('|')
        .map((name): [string, { calendar: Calendar; month: number }] => [
          normaliseText(name),
          { calendar, month: at + 1 },
        ]),
    )
}
