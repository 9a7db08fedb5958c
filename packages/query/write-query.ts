import { allOf } from './combine.ts'
import type { Query } from './query.ts'
import { quote } from './quotes.ts'
import { canBeExcluded, isBare } from './read-tokens.ts'
import { dayIn, startOfDay } from './zoned-day.ts'

/** Years whose days are written without their time. */
const yearMin = 1900
const yearMax = 2199

/**
 * Writes a query so that it is read as the same tree: for links that add a part to it or take one away.
 *
 * @param query as `parseQuery` made it, or with further fields and times
 * @param timeZone as given to `parseQuery`
 */
export function writeQuery(query: Query, timeZone = 'UTC'): string {
  if (query.kind !== 'and' && query.kind !== 'or') return writeOne(query, timeZone)
  if (query.kind === 'and') return writeAll(query.parts, timeZone)
  return query.parts.map((part) => writePart(part, 'or', timeZone)).join(' OR ')
}

/** Two runs of words in one query are kept apart by `AND`. */
function writeAll(parts: readonly Query[], timeZone: string): string {
  let hasWords = false
  const written = parts.map((part) => {
    const isApart = part.kind === 'words' && hasWords
    hasWords ||= part.kind === 'words'
    return `${isApart ? 'AND ' : ''}${writePart(part, 'and', timeZone)}`
  })
  return written.join(' ')
}

/** A part inside another one, in parentheses where it would be read otherwise. */
function writePart(part: Query, outer: 'and' | 'or' | 'not', timeZone: string): string {
  const text = writeQuery(part, timeZone)
  const isLoose = outer === 'or' ? part.kind === 'or' : part.kind === 'or' || part.kind === 'and'
  const isSeveral = outer === 'not' && / /.test(text) && (part.kind === 'words' || part.kind === 'time')
  return isLoose || isSeveral ? `(${text})` : text
}

function writeOne(query: Exclude<Query, { kind: 'and' | 'or' }>, timeZone: string): string {
  if (query.kind === 'words') return query.words.join(' ')
  if (query.kind === 'phrase') return quote(query.text)
  if (query.kind === 'prefix') return `${query.text}*`
  if (query.kind === 'field') return `${query.field}:${isBare(query.value) ? query.value : quote(query.value)}`
  if (query.kind === 'original') return 'is:original'
  if (query.kind === 'not') return excluded(writePart(query.part, 'not', timeZone))
  if (query.kind === 'all') return ''
  const { after, before } = query
  const bounds = [after && `after:${writeTime(after, timeZone)}`, before && `before:${writeTime(before, timeZone)}`]
  return bounds.filter((bound) => bound !== null).join(' ')
}

function excluded(text: string): string {
  return canBeExcluded(text) ? `-${text}` : `NOT ${text}`
}

function writeTime(at: Date, timeZone: string): string {
  const day = dayIn(at, timeZone)
  const isDay = day.year >= yearMin && day.year <= yearMax && startOfDay(day, timeZone).getTime() === at.getTime()
  return isDay
    ? [day.year, day.month, day.day].map((part) => String(part).padStart(2, '0')).join('-')
    : at.toISOString()
}

/** A query with one more part; the part is not added twice. */
export function withPart(query: Query, part: Query): Query {
  return hasPart(query, part) ? query : allOf([query, part])
}

/** A query without a part that all its articles must answer. */
export function withoutPart(query: Query, part: Query): Query {
  return allOf(partsOf(query).filter((one) => !isSame(one, part)))
}

/** Whether a query asks all its articles to answer a part. */
export function hasPart(query: Query, part: Query): boolean {
  return partsOf(query).some((one) => isSame(one, part))
}

function partsOf(query: Query): readonly Query[] {
  return query.kind === 'and' ? query.parts : [query]
}

function isSame(one: Query, other: Query): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
