/** Reads results whose shape depends on the feed: what is absent anywhere on the path is undefined. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, key) => memberOf(holder, key), value)
}

/** The first of the paths that leads to something. */
export function firstAt(value: unknown, ...paths: readonly string[]): unknown {
  return paths.map((path) => at(value, path)).find((found) => found !== undefined && found !== null && found !== '')
}

/** The list a path leads to; a single thing is a list of one, nothing an empty one. */
export function listAt(value: unknown, ...paths: readonly string[]): unknown[] {
  return paths.flatMap((path) => {
    const found = at(value, path)
    if (found === undefined || found === null) return []
    return Array.isArray(found) ? (found as unknown[]) : [found]
  })
}

/** Text as such, also of a number and of the objects that parsers wrap text in; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  const inner = firstAt(value, 'value', 'text', '_', '#')
  return typeof inner === 'string' ? inner : null
}

/** The same for the first of the paths that leads to something. */
export function textAt(value: unknown, ...paths: readonly string[]): string | null {
  return textOf(firstAt(value, ...paths))
}

/** As the README of each of these libraries has it: what the language makes of the text, as ISO 8601. */
export function isoDate(value: unknown): string | null {
  const date = value instanceof Date ? value : new Date(textOf(value) ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

function memberOf(holder: unknown, key: string): unknown {
  if (typeof holder !== 'object' || holder === null) return undefined
  return Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined
}
