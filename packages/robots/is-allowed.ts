import { comparablePath } from './comparable-path.ts'
import type { RobotsRules } from './robots-rules.ts'

/**
 * Whether a host lets us fetch one of its pages: the longest pattern that fits decides, and of two as long as each other
 * the one that allows. `/robots.txt` itself is always allowed. Source: RFC 9309, section 2.2.2.
 *
 * @param url an address on the host whose rules these are
 */
export function isAllowed({ allow, disallow }: Pick<RobotsRules, 'allow' | 'disallow'>, url: URL): boolean {
  if (disallow.length === 0 || url.pathname === '/robots.txt') return true
  const path = comparablePath(`${url.pathname}${url.search}`)
  return longestFit(allow, path) >= longestFit(disallow, path)
}

/** Length of the longest pattern that fits a path, 0 when none does. */
function longestFit(patterns: readonly string[], path: string): number {
  let longest = 0
  for (const pattern of patterns) if (pattern.length > longest && fits(pattern, path)) longest = pattern.length
  return longest
}

/**
 * Whether a pattern fits the beginning of a path; `*` stands for any characters, `$` at the end for the end. Each piece
 * between stars is looked for once, from where the last one ended: linear, whatever the pattern.
 */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  if (!path.startsWith(first)) return false
  if (pieces.length === 1) return !isAnchored || path.length === first.length
  let at = first.length
  for (const piece of pieces.slice(1, isAnchored ? -1 : undefined)) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !isAnchored || (path.length - last.length >= at && path.endsWith(last))
}
