import type { Query } from './query.ts'

type Time = Extract<Query, { kind: 'time' }>

/** What all of the parts ask for together: nested ones are opened, spans of time narrowed to what they share. */
export function allOf(parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === 'and' ? part.parts : part.kind === 'all' ? [] : [part]))
  const times = flat.filter((part) => part.kind === 'time')
  const [first] = times
  const narrowed = first === undefined ? flat : flat.filter((part) => part.kind !== 'time' || part === first)
  return together(
    'and',
    narrowed.map((part) => (part === first ? times.reduce(narrow) : part)),
  )
}

/** What any of the parts asks for. */
export function anyOf(parts: readonly Query[]): Query {
  return together(
    'or',
    parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part])),
  )
}

/** What a query does not ask for. */
export function noneOf(part: Query): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part }
}

function together(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts
  if (only === undefined) return { kind: 'all' }
  return parts.length === 1 ? only : { kind, parts }
}

function narrow(one: Time, other: Time): Time {
  return {
    kind: 'time',
    after: pick(one.after, other.after, (a, b) => a > b),
    before: pick(one.before, other.before, (a, b) => a < b),
  }
}

function pick(one: Date | null, other: Date | null, isNarrower: (a: Date, b: Date) => boolean): Date | null {
  if (one === null || other === null) return one ?? other
  return isNarrower(one, other) ? one : other
}
