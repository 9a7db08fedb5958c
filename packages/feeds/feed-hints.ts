import { feedLimits } from './feed-limits.ts'
import { resolveUrl } from './resolve-url.ts'

/** What a feed asks of whoever polls it. Advice, not orders: a publisher's template is often wrong. */
export type FeedHints = {
  /** How long the publisher says a copy stays good (RSS `ttl`). */
  ttlMinutes: number | null
  /** Hours of the day, 0 to 23 in UTC, in which nothing is published. */
  skipHours: readonly number[]
  /** Days on which nothing is published, in UTC; 0 is Sunday. */
  skipDays: readonly number[]
  /** What lies between two updates (`sy:updatePeriod` divided by `sy:updateFrequency`), in milliseconds. */
  updateEveryMs: number | null
  /** When the updates are counted from (`sy:updateBase`). */
  updateBase: Date | null
  /** The WebSub hubs that tell of changes, absolute, in the publisher's order. */
  hubs: readonly string[]
  /** Where the publisher says that the feed lives, which is the topic at a hub. */
  selfUrl: string | null
}

/** The hints of a feed as written; links are already absolute. */
export type WrittenHints = {
  readonly ttl: string
  readonly skipHours: readonly string[]
  readonly skipDays: readonly string[]
  readonly updatePeriod: string
  readonly updateFrequency: string
  readonly updateBase: Date | null
  readonly hubs: readonly (string | null)[]
  readonly selfUrl: string | null
}

export const noHints: WrittenHints = {
  ttl: '',
  skipHours: [],
  skipDays: [],
  updatePeriod: '',
  updateFrequency: '',
  updateBase: null,
  hubs: [],
  selfUrl: null,
}

/**
 * Makes sense of the hints of a feed; what makes none is left out.
 *
 * Sources: RSS 2.0 (`ttl`, `skipHours`, `skipDays`), the RSS 1.0 Syndication module, WebSub.
 */
export function feedHints(written: WrittenHints): FeedHints {
  const hubs = written.hubs.filter((hub) => hub !== null)
  return {
    ttlMinutes: ttlMinutes(written.ttl),
    skipHours: skipHours(written.skipHours),
    skipDays: skipDays(written.skipDays),
    updateEveryMs: updateEveryMs(written),
    updateBase: written.updateBase,
    hubs: [...new Set(hubs)].slice(0, feedLimits.hubsMax),
    selfUrl: written.selfUrl,
  }
}

/** The links of a feed that are hints: its hubs, and the address it gives itself. */
export function linkHints(
  links: Iterable<{ readonly rel: string; readonly href: string | undefined; readonly base: string }>,
): Pick<WrittenHints, 'hubs' | 'selfUrl'> {
  const hubs: (string | null)[] = []
  let selfUrl: string | null = null
  for (const { rel, href, base } of links) {
    const relations = rel.slice(0, 200).toLowerCase().split(/\s+/)
    if (relations.includes('hub')) hubs.push(resolveUrl(href, base))
    // An empty reference is the document itself (RFC 3986, 4.4).
    if (relations.includes('self')) selfUrl ??= resolveUrl(href === '' ? base : href, base)
  }
  return { hubs, selfUrl }
}

function ttlMinutes(text: string): number | null {
  const minutes = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return minutes > 0 ? Math.min(minutes, feedLimits.ttlMinutesMax) : null
}

/** Midnight is 0 in RSS 2.0 and was 24 in 0.91. */
function skipHours(texts: readonly string[]): number[] {
  const hours = texts.filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24).map((text) => Number(text) % 24)
  return [...new Set(hours)].toSorted((one, other) => one - other)
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function skipDays(texts: readonly string[]): number[] {
  const days = texts.map((text) => weekdays.indexOf(text.slice(0, 3).toLowerCase())).filter((day) => day >= 0)
  return [...new Set(days)].toSorted((one, other) => one - other)
}

const hourMs = 3_600_000
const periodMs: Readonly<Record<string, number>> = {
  hourly: hourMs,
  daily: 24 * hourMs,
  weekly: 7 * 24 * hourMs,
  monthly: 30 * 24 * hourMs,
  yearly: 365 * 24 * hourMs,
}

/** The module's defaults hold where one of the two is absent: daily, once. */
function updateEveryMs({ updatePeriod, updateFrequency }: WrittenHints): number | null {
  if (updatePeriod === '' && updateFrequency === '') return null
  const period = updatePeriod.toLowerCase() || 'daily'
  const times = updateFrequency === '' ? 1 : Number(/^\d{1,6}$/.exec(updateFrequency)?.[0] ?? 0)
  const every = Object.hasOwn(periodMs, period) ? (periodMs[period] ?? 0) : 0
  return times > 0 && every > 0 ? Math.round(every / times) : null
}
