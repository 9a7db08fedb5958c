import { monthOf } from './month-stems.ts'
import { machineDate } from './machine-date.ts'
import { monthNamed } from './month-names.ts'
import { readDate } from './parse-date.ts'
import { type DayParts, rareIsoDay } from './rare-iso-day.ts'
import { zoneOffsetMinutes } from './time-zones.ts'

const dateCharsMax = 120
const koreaMinutes = 9 * 60
const yearMin = 1970
const yearMax = 2100

/**
 * Reads the date of an entry, as the standards have it (RFC 822, ISO 8601) and as publishers write it: in Arabic and
 * other languages, with Arabic digits, without a zone (then UTC), with the day before or after the month, or as Unix
 * time; of the Hijri and the Persian calendar too.
 *
 * @returns null for what is no date, a day that does not exist, or a year in which no feed was published
 */
export function parseFeedDate(text: string): Date | null {
  if (text === '') return null
  const trimmed = text.length > 4 * dateCharsMax ? '' : text.trim()
  return machineDate(trimmed) ?? unixTime(trimmed) ?? fromWords(text)
}

function unixTime(text: string): Date | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null
  return new Date(Number(text.padEnd(13, '0')))
}

function fromWords(text: string): Date | null {
  const tidy = normalise(text)
  // A sign and letters are a template that nobody filled in.
  if (/\d [+-](?:\d\d:?)?[a-z]{2}/.test(tidy)) return null
  const clock = findClock(tidy)
  const after = clock?.after ?? ''
  const day = findDay(`${clock?.before ?? tidy} ${after.replace(/[+-]\d\d:?\d\d/, ' ')}`)
  if (day === null || !exists(day)) return readDate(text)?.at ?? null
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = clock ?? {}
  if (hour > 24 || minute > 59 || second > 60) return null
  const local = new Date(Date.UTC(day.year, day.month - 1, day.day, hour, minute, second, millisecond))
  return new Date(
    local.getTime() -
      (isKorean(tidy) && !/[+-]\d|[a-z]{3}/.test(after) ? koreaMinutes : zoneOffsetMinutes(after, local)) * 60_000,
  )
}

/** Dates written in Korean are of Korea, which has one zone. */
function isKorean(text: string): boolean {
  return /\d ?년.*일|오[전후] ?\d/.test(text)
}

type Clock = { hour: number; minute: number; second: number; millisecond: number; before: string; after: string }

function normalise(text: string): string {
  return text
    .slice(0, dateCharsMax)
    .replaceAll(/[\p{Cf}\u064b-\u0652\u0640]/gu, '')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/(?<!\d)(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2}))?(?=\d{2}(?!\d)|\D|$)/, '$1-$2-$3 $4:$5:')
}

const clockPattern =
  /(?:(오전|오후|上午|下午|午前|午後) ?)?(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?(?!\d) ?([ap]\.?m\b\.?|صباحا|مساء|[صم](?!\p{L}))?/u

function findClock(text: string): Clock | null {
  const found = clockPattern.exec(text)
  if (found === null) return null
  const [whole, halfBefore, hour, minute, second = '0', fraction = '', half = halfBefore] = found
  return {
    hour: hourOfDay(Number(hour), half),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
    before: text.slice(0, found.index),
    after: text.slice(found.index + whole.length),
  }
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  return (hour % 12) + (/^[pم]|오후|下午|午後/.test(half) ? 12 : 0)
}

function findDay(text: string): DayParts | null {
  return rareIsoDay(text.trim()) ?? yearFirst(text) ?? withMonthName(text) ?? yearLast(text)
}

function yearFirst(text: string): DayParts | null {
  const found = /(?<!\d)(\d{4})[^\d+]{1,3}(\d{1,2})(?:\D{1,3}(\d{1,2}))?(?!\d)/.exec(text)
  return found === null ? null : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3] ?? 1) }
}

/** `24 March 2020`, else `March 24, 2020`; the day's nearness tells a French month «mars» from the weekday «mar.». */
function withMonthName(text: string): DayParts | null {
  const [, ofYear, named = '', ofMonth] =
    /(?<!\d)(\d{4})[-./ ]{1,2}(\p{L}{3,20})\.?[-./ ]{1,2}(\d{1,2})(?!\d|:)/u.exec(text) ?? []
  const inYear = monthOf(named) ?? (monthNamed(named) || null)
  if (inYear !== null) return { year: Number(ofYear), month: inYear, day: Number(ofMonth) }
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º)?[\s.,/-]*(?:de |of )?(\p{L}{2,}(?: \p{L}+)?)(?:\D*?(\d{4}|\d{2})(?!\d))?/gu
  for (const [, day, name = '', year = ''] of text.matchAll(dayFirst)) {
    const month = monthOf(name)
    const known = fullYear(year === '' ? (/(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? '') : year)
    if (month !== null && known !== null) return { year: known, month, day: Number(day) }
  }
  for (const [, name = '', day, year = ''] of text.matchAll(
    /(\p{L}{3,})[\s.-]*(\d{1,2})(?:st|nd|rd|th)?\b\D*(\d{4})/gu,
  )) {
    const month = monthOf(name)
    if (month !== null) return { year: Number(year), month, day: Number(day) }
  }
  const [, name = '', year] = /^(\p{L}{3,})\.? (\d{4})$/u.exec(text.trim()) ?? []
  const month = monthOf(name)
  return month === null ? null : { year: Number(year), month, day: 1 }
}

/** `31/12/2025`: the day comes first everywhere but in the United States, whose order shows only after the twelfth. */
function yearLast(text: string): DayParts | null {
  const found = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(text)
  const year = fullYear(found?.[3] ?? '')
  if (found === null || year === null) return null
  const [first, second] = [Number(found[1]), Number(found[2])]
  return second > 12 ? { year, month: first, day: second } : { year, month: second, day: first }
}

function fullYear(digits: string): number | null {
  if (digits.length === 4) return Number(digits)
  if (digits.length !== 2) return null
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900)
}

function exists({ year, month, day }: DayParts): boolean {
  if (year < yearMin || year > yearMax || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
