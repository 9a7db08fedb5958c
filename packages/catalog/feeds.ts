import type { Feed, FeedExplanation, StoredPollingState } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { addScript, adoptScript, claimDueScript, controlScript, lookScript, recordScript } from './feed-scripts.ts'
import { explanationOf, feedIdOf, feedOf, lineOf, listedFields, loggedPollsMax, pollingOf } from './stored-feed.ts'

/** What a poll needs to know of a feed. */
export type PolledFeed = {
  /** By the server's clock, which all share. */
  readonly now: Date
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** Key of the last body, so that a publisher who ignores validators costs no parsing. */
  readonly bodyKey: string | null
  readonly ownIntervalMs: number | null
  /** Null before the first poll, and where the last one was by a release that kept less. */
  readonly polling: StoredPollingState | null
  /** What such a release had come to. */
  readonly legacy: { readonly intervalMs: number | null; readonly errorsInARow: number }
}

/** What a poll changes of a feed. Fields left out stay as they are. */
export type PollRecord = {
  readonly at: Date
  readonly outcome: string
  readonly errorCode: string | null
  readonly entriesNew: number
  readonly polling: StoredPollingState
  /** The publisher has ended the feed. */
  readonly gone: boolean
  /** Where the feed lives from now on; null when it has not moved. */
  readonly adopt: string | null
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly bodyKey?: string
  readonly title?: string | null
  readonly siteUrl?: string | null
}

/** What an operator can have done to a feed; `unpause` undoes a pause as if it had not been. */
export type FeedOrder = 'pause' | 'unpause' | 'resume' | 'poll'

/** How long a claimed feed is left alone before another scheduler may claim it, in milliseconds. */
const claimMs = 120_000

/** Earlier addresses of a feed that are kept. */
const oldUrlsMax = 5

const looked = z.tuple([z.coerce.number(), z.array(z.string())])
const added = z.tuple([z.number(), z.string()])

/** The feeds and when each is due. */
export class Feeds {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Adds a feed, due at once; of many added together, one after the other. Adding one that is there already, under this
   * address or an earlier one, changes nothing.
   *
   * @param wanted.url an admitted URL
   */
  async add(wanted: {
    url: string
    title: string | null
    siteUrl: string | null
  }): Promise<{ id: string; added: boolean }> {
    const id = feedIdOf(wanted.url)
    const keys = [
      this.#feed(id),
      this.#key('feeds'),
      this.#key('feeds:due'),
      this.#key('feeds:aliases'),
      this.#key('feeds:line'),
    ]
    const reply = await addScript(this.#redis, keys, [id, wanted.url, wanted.title ?? '', wanted.siteUrl ?? ''])
    const [isNew, known] = added.parse(reply)
    return { id: known, added: isNew === 1 }
  }

  /** The id of the feed at an address, present or earlier; null when there is none. */
  async idOf(url: string): Promise<string | null> {
    const id = (await this.#redis.hget(this.#key('feeds:aliases'), feedIdOf(url))) ?? feedIdOf(url)
    return (await this.#redis.exists(this.#feed(id))) === 1 ? id : null
  }

  /** Takes feeds that are due; each is given to one caller only. The cost is that of the feeds that are due. */
  async claimDue(limit: number): Promise<string[]> {
    return z.array(z.string()).parse(await claimDueScript(this.#redis, [this.#key('feeds:due')], [limit, claimMs]))
  }

  /** How long the feed that has been due longest is overdue, in milliseconds; 0 when none is due. */
  async overdueMs(): Promise<number> {
    const [[, due], [seconds]] = await Promise.all([
      this.#redis.zrange(this.#key('feeds:due'), '0', '0', 'WITHSCORES'),
      this.#redis.time(),
    ])
    return due === undefined ? 0 : Math.max(0, Number(seconds) * 1000 - Number(due))
  }

  /** What the next poll of a feed needs, or null when it has been removed. */
  async pollState(id: string): Promise<PolledFeed | null> {
    const [nowMs, pairs] = looked.parse(await lookScript(this.#redis, [this.#feed(id)], []))
    const fields = fieldsOf(pairs)
    if (!fields['url']) return null
    return {
      now: new Date(nowMs),
      url: fields['url'],
      etag: fields['etag'] || null,
      lastModified: fields['lastModified'] || null,
      bodyKey: fields['bodyKey'] || null,
      ownIntervalMs: fields['ownIntervalMs'] ? Number(fields['ownIntervalMs']) : null,
      polling: pollingOf(fields),
      legacy: {
        intervalMs: fields['intervalMs'] ? Number(fields['intervalMs']) : null,
        errorsInARow: Number(fields['errorsInARow'] ?? 0),
      },
    }
  }

  /** Writes down a poll and when the next one is due. A removed feed stays removed, a paused one paused. */
  async record(id: string, poll: PollRecord): Promise<void> {
    const { at, outcome, entriesNew, polling, gone, adopt, errorCode, ...rest } = poll
    const { next, errors, silentSinceMs } = polling
    const waitMs = Math.max(0, next.atMs - at.getTime())
    const line = lineOf({ at: at.toISOString(), outcome, entriesNew, errorCode, waitMs, rule: next.rule })
    const changes = {
      ...rest,
      ...(gone && { status: 'gone' }),
      lastPollAt: at.getTime(),
      lastOutcome: outcome,
      errorCode,
      errorsInARow: errors.inARow,
      rule: next.rule,
      silentSince: silentSinceMs,
      polling: JSON.stringify(polling),
    }
    const fields = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name, value ?? '']))
    const keys = [this.#feed(id), this.#key('feeds:due'), this.#key('feeds:silent')]
    await recordScript(this.#redis, keys, [
      id,
      next.atMs,
      entriesNew,
      line,
      loggedPollsMax,
      silentSinceMs ?? '',
      ...fields,
    ])
    if (adopt !== null) await this.#adopt(id, adopt)
  }

  /** Has a claimed feed wait for longer than a claim lasts, while its poll is still to be written down. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.#redis.zadd(this.#key('feeds:due'), 'XX', 'GT', until.getTime(), id)
  }

  /**
   * Pauses a feed or undoes that, resumes one that is paused or gone, or has it polled at once.
   *
   * @returns whether there is such a feed
   */
  async order(id: string, order: FeedOrder): Promise<boolean> {
    return this.#control(id, order, '')
  }

  /**
   * Gives a feed an interval of its own, or with null takes it away.
   *
   * @returns whether there is such a feed
   */
  async setInterval(id: string, intervalMs: number | null): Promise<boolean> {
    return this.#control(id, 'interval', intervalMs ?? '')
  }

  async get(id: string): Promise<Feed | null> {
    const [values, due] = await Promise.all([
      this.#redis.hmget(this.#feed(id), ...listedFields),
      this.#redis.zscore(this.#key('feeds:due'), id),
    ])
    const fields = Object.fromEntries(listedFields.map((name, index) => [name, values[index] ?? undefined]))
    return fields['url'] ? feedOf(id, fields, due === null ? null : Number(due)) : null
  }

  /** When a feed is polled next and why, and how its last polls went; null when there is no such feed. */
  async explain(id: string): Promise<FeedExplanation | null> {
    const [fields, due] = await Promise.all([
      this.#redis.hgetall(this.#feed(id)),
      this.#redis.zscore(this.#key('feeds:due'), id),
    ])
    return fields['url'] ? explanationOf(id, fields, due === null ? null : Number(due)) : null
  }

  /**
   * All feeds in the order of their adding.
   *
   * @param limit feeds at most
   */
  async list(limit: number, offset = 0): Promise<Feed[]> {
    return this.#known(await this.#redis.zrange(this.#key('feeds'), String(offset), String(offset + limit - 1)))
  }

  /**
   * Feeds that bring nothing although their rhythm would have it, those that fell silent last first.
   *
   * @param limit feeds at most
   */
  async silent(limit: number): Promise<Feed[]> {
    return this.#known(await this.#redis.zrange(this.#key('feeds:silent'), '0', String(limit - 1), 'REV'))
  }

  async count(): Promise<number> {
    return this.#redis.zcard(this.#key('feeds'))
  }

  async countSilent(): Promise<number> {
    return this.#redis.zcard(this.#key('feeds:silent'))
  }

  async #known(ids: readonly string[]): Promise<Feed[]> {
    const feeds = await Promise.all(ids.map((id) => this.get(id)))
    return feeds.filter((known) => known !== null)
  }

  async #adopt(id: string, url: string): Promise<void> {
    const other = feedIdOf(url)
    await adoptScript(
      this.#redis,
      [this.#feed(id), this.#feed(other), this.#key('feeds:aliases')],
      [id, other, url, oldUrlsMax],
    )
  }

  async #control(id: string, order: string, intervalMs: number | ''): Promise<boolean> {
    const keys = [this.#feed(id), this.#key('feeds:due'), this.#key('feeds:silent')]
    return (await controlScript(this.#redis, keys, [id, order, intervalMs])) === 1
  }

  #feed(id: string): string {
    return this.#key(`feed:${id}`)
  }

  #key(name: string): string {
    return `${this.#prefix}:${name}`
  }
}

function fieldsOf(pairs: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (let at = 0; at + 1 < pairs.length; at += 2) fields[pairs[at] ?? ''] = pairs[at + 1] ?? ''
  return fields
}
