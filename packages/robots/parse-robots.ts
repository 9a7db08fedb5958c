import { comparablePath } from './comparable-path.ts'
import { robotsLimits, type RobotsRules } from './robots-rules.ts'

type Group = { readonly agents: string[]; readonly lines: Line[] }
type Line = { readonly field: string; readonly value: string }

/** Words that crawlers of the world misspell, and we read as they are meant. */
const fields: Readonly<Record<string, string>> = {
  'user-agent': 'user-agent',
  useragent: 'user-agent',
  'user agent': 'user-agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  'crawl-delay': 'crawl-delay',
  crawldelay: 'crawl-delay',
}

/**
 * Reads what a robots.txt says to one crawler: the rules of all groups that name it, or, when none does, of all groups
 * for `*`. Never throws: a line that cannot be read is passed over. Source: RFC 9309; `Crawl-delay` as crawlers of the
 * world read it.
 *
 * @param text the file, decoded; what lies beyond 500 KiB does not count
 * @param productToken our name in lower case, see `productTokenOf`
 */
export function parseRobots(text: string, productToken: string): RobotsRules {
  const groups = groupsOf(text.slice(0, robotsLimits.charsMax))
  const ours = groups.filter(({ agents }) => agents.includes(productToken))
  const lines = (ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))).flatMap(
    (group) => group.lines,
  )
  return { ...patternsOf(lines), crawlDelayMs: crawlDelayOf(lines) }
}

/** Groups begin with one or more `User-agent` lines; lines before the first one speak to nobody. */
function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let wasAgent = false
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const line = lineOf(raw)
    if (line === null) continue
    if (line.field !== 'user-agent') {
      groups.at(-1)?.lines.push(line)
      wasAgent = false
      continue
    }
    if (!wasAgent) groups.push({ agents: [], lines: [] })
    groups.at(-1)?.agents.push(agentOf(line.value))
    wasAgent = true
  }
  return groups
}

/** `Rafid/2.0 (news)` in a robots.txt means `rafid`. */
function agentOf(value: string): string {
  return value.startsWith('*') ? '*' : (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase()
}

function lineOf(raw: string): Line | null {
  const line = raw.split('#', 1)[0] ?? ''
  const colon = line.indexOf(':')
  if (colon < 0) return null
  const field = fields[line.slice(0, colon).trim().toLowerCase()]
  return field === undefined ? null : { field, value: line.slice(colon + 1).trim() }
}

function patternsOf(lines: readonly Line[]): Pick<RobotsRules, 'allow' | 'disallow'> {
  const allow = new Set<string>()
  const disallow = new Set<string>()
  for (const { field, value } of lines) {
    if (allow.size + disallow.size >= robotsLimits.rulesMax) break
    // An empty `Disallow` forbids nothing.
    if (value === '' || value.length > robotsLimits.patternCharsMax) continue
    if (field === 'allow') allow.add(patternOf(value))
    if (field === 'disallow') disallow.add(patternOf(value))
  }
  return { allow: [...allow], disallow: [...disallow] }
}

/** A pattern that forgot its slash means what it would mean with one. */
function patternOf(value: string): string {
  return comparablePath(/^[/*]/.test(value) ? value : `/${value}`)
}

function crawlDelayOf(lines: readonly Line[]): number | null {
  const delays = lines.flatMap(({ field, value }) =>
    field === 'crawl-delay' && /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? [Math.round(Number(value) * 1000)] : [],
  )
  return delays.length > 0 ? Math.max(...delays) : null
}
