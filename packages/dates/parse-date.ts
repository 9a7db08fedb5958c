import { normaliseText } from '@rafid/text'

import { clockTime, offsetIn, type ClockTime } from './clock-time.ts'
import { dayIn, utcDay } from './written-day.ts'
import { relativeDate } from './relative-date.ts'

/** A longer text is no date line. */
const dateCharsMax = 200
/** Nothing on the web was published before, and what says it will be later is wrong. */
const yearMin = 1990
const yearMax = 2100
const dayMs = 86_400_000
/** Clocks of publishers run ahead, and their day begins before that of UTC. */
const aheadMsMax = dayMs

/**
 * A date as read: the instant, and the day on the calendar of who wrote it. A page dated half past one at night in
 * Mecca is of that day there, though it is still the day before in UTC.
 */
export type DateReading = {
  at: Date
  /** YYYY-MM-DD as written, whatever the zone. */
  day: string
  /** False when it was told in UTC: machines do that, and the publisher's day may be another. */
  isLocal: boolean
  /** The other day it may be, where day and month are told by numbers and could change places. */
  otherDay: string | null
  /** Whether it was reckoned back from the fetch: «two hours ago». */
  isSpan?: boolean
}

/** What is known of who wrote a date. */
export type DateContext = {
  /** When the page was fetched: without it no «two hours ago» is read, with it nothing later than a day after. */
  fetchedAt?: Date | undefined
  /** Whether dates of numbers tell the month first, as in the United States. */
  isMonthFirst?: boolean | undefined
}

const iso =
  /(?<![\d])(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:[t\s,|]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(am|pm)?)?(?!\d)/
const yearDigits = /\d{4}/
const compact = /(?<!\d)(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(?=z|[+-]\d{4}|[^\d]|$)/

/** The instant alone of {@link readDate}. */
export function parseDate(text: string, context: DateContext = {}): Date | null {
  return readDate(text, context)?.at ?? null
}

/**
 * Reads a date, and the time if there is one, from a line in many languages: ISO 8601, RFC 822, Unix time, day or month
 * first, month names of some fifty languages with the four Arabic usages, the Hijri and the Persian calendar,
 * Arabic-Indic and Persian digits, and, when the moment of fetching is known, spans such as «قبل ساعتين» and "yesterday".
 * Where no zone is named the time is taken for UTC. A date of numbers is read day first, unless only the other order is a
 * date or the context says otherwise.
 *
 * @returns null for what is no date, lies outside 1990 to 2100, or over a day after the fetch
 */
export function readDate(text: string, context: DateContext = {}): DateReading | null {
  if (text.length > dateCharsMax) return null
  const line = normaliseText(text)
  const found = unixTime(line) ?? fromIso(line) ?? fromWords(line, context) ?? fromSpan(text, line, context.fetchedAt)
  return found !== null && isPossible(found, context.fetchedAt) ? found : null
}

function unixTime(line: string): DateReading | null {
  if (!/^(?:\d{9,10}|\d{13})$/.test(line)) return null
  const at = new Date(Number(line) * (line.length === 13 ? 1 : 1000))
  return { at, day: dayOf(at), isLocal: false, otherDay: null }
}

function fromIso(line: string): DateReading | null {
  if (!yearDigits.test(line)) return null
  const match = iso.exec(line) ?? compact.exec(line)
  if (match === null) return null
  const [whole, year, month, day, hour, minute, second, half] = match
  const date = utcDay(Number(year), Number(month), Number(day))
  if (date === null) return null
  const rest = line.slice(match.index + whole.length)
  if (hour === undefined || minute === undefined) return reading(date, clockTime(rest), null)
  const hours = Number(hour) + (half === 'pm' && Number(hour) < 12 ? 12 : 0) - (half === 'am' && hour === '12' ? 12 : 0)
  const time = {
    seconds: (hours * 60 + Number(minute)) * 60 + Number(second ?? 0),
    offsetMinutes: offsetIn(` ${rest}`),
  }
  return reading(date, hours > 24 || Number(minute) > 59 ? null : time, null)
}

function fromWords(line: string, { isMonthFirst = false }: DateContext): DateReading | null {
  const found = dayIn(line, isMonthFirst)
  if (found === null) return null
  // C's asctime puts the time before the year: "Mar 1 10:00:00 2025".
  const isInside = /\d:\d/.test(line.slice(found.at, found.end))
  const time = clockTime(isInside ? line : `${line.slice(0, found.at)}  ${line.slice(found.end)}`)
  return reading(found.date, time, found.other === null ? null : dayOf(found.other))
}

function fromSpan(text: string, line: string, fetchedAt: Date | undefined): DateReading | null {
  if (fetchedAt === undefined || !isOfOurTime(fetchedAt)) return null
  const ago = relativeDate(text)
  if (ago === null) return null
  if ('seconds' in ago) {
    const at = new Date(fetchedAt.getTime() - ago.seconds * 1000)
    return { at, day: dayOf(at), isLocal: true, otherDay: null, isSpan: true }
  }
  const midnight = Math.floor(fetchedAt.getTime() / dayMs) * dayMs
  return { ...reading(new Date(midnight - ago.days * dayMs), clockTime(line), null), isSpan: true }
}

function reading(date: Date, time: ClockTime | null, otherDay: string | null): DateReading {
  const day = dayOf(date)
  if (time === null) return { at: date, day, isLocal: true, otherDay }
  const at = new Date(date.getTime() + time.seconds * 1000 - (time.offsetMinutes ?? 0) * 60_000)
  return { at, day, isLocal: time.offsetMinutes !== 0, otherDay }
}

function isPossible({ at }: DateReading, fetchedAt: Date | undefined): boolean {
  if (!isOfOurTime(at)) return false
  return fetchedAt === undefined || at.getTime() <= fetchedAt.getTime() + aheadMsMax
}

/** False also for an invalid date, whose year is no number. */
function isOfOurTime(date: Date): boolean {
  const year = date.getUTCFullYear()
  return year >= yearMin && year <= yearMax
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
