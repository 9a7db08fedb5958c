import type { ParsedQuery } from './query.ts'

/** Reads what a reader typed; nothing that can be typed is an error. */
export function parseQuery(typed: string): ParsedQuery {
  const words = typed.split(/\s+/u).filter((word) => word !== '')
  return { query: words.length === 0 ? { kind: 'all' } : { kind: 'words', words }, remarks: [] }
}
