import { createHash } from 'node:crypto'
import { dayOf, formatItemState, funnelOf, itemRank } from '@rafid/operations'
import type { Funnel, ItemReport, SeenReport } from '@rafid/operations'
import { articleIdOf } from '@rafid/urls'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { FunnelScope } from './funnel-scope.ts'
import { readItems, recordItems, recordSeen } from './item-trace-scripts.ts'
import { packEvent, parseStoredItem } from './stored-item.ts'
import type { TracedItem } from './stored-item.ts'

/** As many reports are written down in one step. */
const batchMax = 100

/** A document that is read again after so long counts once more, in seconds; a redelivery comes within minutes. */
const seenOnceSeconds = 3_600

const daySeconds = 86_400

/** Items by id and by article, and the counters of their states. Whatever moves an item moves its counters in one step. */
export class ItemTrace {
  readonly #redis: Redis
  readonly #prefix: string
  readonly #days: number

  /** @param home.days a day's items are kept for so many days after it; 0 begins no new ones */
  constructor({ redis, prefix, days }: { redis: Redis; prefix: string; days: number }) {
    this.#redis = redis
    this.#prefix = `${prefix}:trace`
    this.#days = days
  }

  /** Writes down what happened to items. Written down again, late or in another order, the same states stand. */
  async record(reports: readonly ItemReport[]): Promise<void> {
    for (let from = 0; from < reports.length; from += batchMax) {
      const packed = reports.slice(from, from + batchMax).map((report) => this.#pack(report, 0))
      await recordItems(this.#redis, [this.#prefix], [JSON.stringify(packed)])
    }
  }

  /**
   * Writes down that the dead letter of an item goes back to its queue.
   *
   * @param deaths of the item before that: one that has died again in between stays dead
   */
  async recordAgain(report: ItemReport, deaths: number): Promise<void> {
    await recordItems(this.#redis, [this.#prefix], [JSON.stringify([this.#pack(report, deaths)])])
  }

  /** Counts the entries of a document that were no new ones, once. */
  async recordSeen({ key, feedId, startedAtMs, byHost }: SeenReport): Promise<void> {
    const mark = `${this.#prefix}:seen:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
    const args = [dayOf(startedAtMs), feedId ?? '', this.#expires(startedAtMs), seenOnceSeconds, JSON.stringify(byHost)]
    await recordSeen(this.#redis, [this.#prefix, mark], args)
  }

  /** The items of those ids that are still kept. */
  async get(ids: readonly string[]): Promise<TracedItem[]> {
    if (ids.length === 0) return []
    const rows = z.array(z.string()).parse(await readItems(this.#redis, [this.#prefix], ids))
    return rows.flatMap((row, at) => (row === '' ? [] : [parseStoredItem(ids[at] ?? '', row)]))
  }

  /**
   * The newest items of an article, by its id, or by an address of its page; or the one item of an id.
   *
   * @throws PermanentError `url.*` when it is none of these
   */
  async find(asked: string): Promise<TracedItem[]> {
    const text = asked.trim()
    if (/^i[0-9a-f]{24}$/.test(text)) return this.get([text])
    const isId = /^a[0-9a-f]{24}$/.test(text)
    const article = isId ? text : articleIdOf(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
    return this.get(await this.#redis.lrange(`${this.#prefix}:items:${article}`, 0, -1))
  }

  /** The funnel of a day, of a feed or of a host. One key is read, so that its numbers are those of one instant. */
  async funnel({ day, feed, host }: FunnelScope): Promise<Funnel> {
    const scope = feed !== undefined ? `:feed:${feed}` : host !== undefined ? `:host:${host}` : ''
    const counts = await this.#redis.hgetall(`${this.#prefix}:funnel:${day}${scope}`)
    return funnelOf(Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)])))
  }

  #pack({ item, traceId, startedAtMs, to, how, event, ...found }: ItemReport, deaths: number) {
    return {
      id: item.id,
      url: item.url,
      feed: item.feedId ?? '',
      host: URL.canParse(item.url) ? new URL(item.url).host : '',
      day: dayOf(startedAtMs),
      trace: traceId,
      started: startedAtMs,
      expires: this.#expires(startedAtMs),
      articles: found.articleIds,
      ...(found.articleId !== null && { article: found.articleId }),
      ...(event !== null && { event: packEvent(event) }),
      ...(to !== null && { to: formatItemState(to), rank: itemRank(to), outcome: to.reason ?? '' }),
      ...(how === 'again' && { again: true, deaths }),
      ...(how === 'repeated' && { repeated: true }),
      ...(how === 'swept' && { swept: true }),
    }
  }

  /** All of a day is forgotten at once, in seconds since 1970: items that outlived their counters would not add up. */
  #expires(startedAtMs: number): number {
    if (this.#days === 0) return 0
    return Math.floor(startedAtMs / 1000 / daySeconds) * daySeconds + (this.#days + 1) * daySeconds
  }
}
