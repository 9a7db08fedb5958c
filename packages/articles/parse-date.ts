import { normaliseText } from '@rafid/text'

import { monthByName } from './month-names.ts'

/** A longer text is no date line. */
const dateCharsMax = 200
/** Nothing on the web was published before, and what says it will be later is wrong. */
const yearMin = 1990
const yearMax = 2100

const iso =
  /(?<![\d])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s,|]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?)?(?!\d)/
const compact = /(?<!\d)(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(?:z)?(?!\d)/
const numeric = /(?<![\d.])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)/
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?[\s.,/-]+(?:de |من )?(\p{L}[\p{L}\p{M}]*\.?(?: \p{L}+)?)(?:\s?[/|]\s?\p{L}[\p{L}\p{M}]*(?: \p{L}+)?)?[\s.,/-]+(?:de |del )?(\d{4})(?!\d)/u
const monthFirst = /(\p{L}+)\.?[\s/-]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u
const clock = /(?<!\d)(\d{1,2})[:.h](\d{2})(?!\d)(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|صباحا|مساء|ص|م|ظهرا)?(?![\p{L}])/u
const zone = /(?:\d|\s)(?:(z|utc|gmt)(?![\p{L}])\s*)?([+-]\d{2}):?(\d{2})(?!\d)/u

/**
 * Reads a date, and the time if there is one, from a line in many languages: ISO 8601, RFC 822, day or month first, month
 * names of the Arab east, Levant and Maghreb, Arabic-Indic digits. Where a zone is named it counts, else UTC. A date of
 * numbers is read day first, unless only the other order is a date.
 *
 * @returns null for what is no date or lies outside 1990 to 2100
 */
export function parseDate(text: string): Date | null {
  if (text.length > dateCharsMax) return null
  const line = normaliseText(text)
  if (!/\d{4}/.test(line)) return /^\d{9,10}$/.test(line) ? inRange(new Date(Number(line) * 1000)) : null
  if (/^\d{10}$|^\d{13}$/.test(line)) return inRange(new Date(Number(line) * (line.length === 10 ? 1000 : 1)))
  return fromIso(line) ?? fromDay(line)
}

function fromIso(line: string): Date | null {
  const match = iso.exec(line) ?? compact.exec(line)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, offset] = match
  const date = utc(Number(year), Number(month), Number(day))
  if (date === null) return null
  if (hour === undefined) return withTime(date, line.slice(match.index + match[0].length))
  const time = { hours: Number(hour), minutes: Number(minute), seconds: Number(second ?? 0) }
  return shifted(date, time, offsetMinutes(offset ?? zoneIn(line)))
}

function fromDay(line: string): Date | null {
  const found = dayIn(line)
  return found === null ? null : withTime(found.date, `${line.slice(0, found.at)} ${line.slice(found.end)}`)
}

function dayIn(line: string): { date: Date; at: number; end: number } | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(line)
    const date = match === null ? null : read(match[1] ?? '', match[2] ?? '', match[3] ?? '')
    if (match !== null && date !== null) return { date, at: match.index, end: match.index + match[0].length }
  }
  return null
}

const forms: { pattern: RegExp; read: (first: string, second: string, third: string) => Date | null }[] = [
  { pattern: dayFirst, read: (day, month, year) => utc(Number(year), monthOf(month), Number(day)) },
  { pattern: monthFirst, read: (month, day, year) => utc(Number(year), monthOf(month), Number(day)) },
  { pattern: eastAsian, read: (year, month, day) => utc(Number(year), Number(month), Number(day)) },
  {
    pattern: numeric,
    read: (first, second, year) =>
      utc(Number(year), Number(second), Number(first)) ?? utc(Number(year), Number(first), Number(second)),
  },
]

function monthOf(name: string): number {
  const plain = name.replace('.', '')
  return monthByName.get(plain) ?? monthByName.get(plain.split(' ')[0] ?? '') ?? 0
}

function utc(year: number, month: number, day: number): Date | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? inRange(date) : null
}

function withTime(date: Date, rest: string): Date | null {
  const match = clock.exec(rest)
  if (match === null) return date
  const half = match[4] ?? ''
  const hour = Number(match[1])
  const afternoon = /^(?:pm|p\.m\.|مساء|م|ظهرا)$/.test(half) && hour < 12
  const midnight = /^(?:am|a\.m\.|صباحا|ص)$/.test(half) && hour === 12
  const hours = hour + (afternoon ? 12 : 0) - (midnight ? 12 : 0)
  if (hours > 23 || Number(match[2]) > 59) return date
  return shifted(
    date,
    { hours, minutes: Number(match[2]), seconds: Number(match[3] ?? 0) },
    offsetMinutes(zoneIn(rest)),
  )
}

function shifted(day: Date, time: { hours: number; minutes: number; seconds: number }, offset: number): Date | null {
  const { hours, minutes, seconds } = time
  if (hours > 24 || minutes > 59 || seconds > 60) return day
  return inRange(new Date(day.getTime() + (hours * 60 + minutes - offset) * 60_000 + seconds * 1000))
}

function zoneIn(line: string): string | undefined {
  const match = zone.exec(line)
  return match === null ? undefined : `${match[2]}:${match[3]}`
}

function offsetMinutes(offset: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '')
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return minutes > 14 * 60 ? 0 : match[1] === '-' ? -minutes : minutes
}

function inRange(date: Date): Date | null {
  const year = date.getUTCFullYear()
  return year >= yearMin && year <= yearMax ? date : null
}
