import type { Redis } from 'ioredis'
import { z } from 'zod'
import { removeScript, restoreScript } from './removed-feed-scripts.ts'
import { feedIdOf, oldUrlsOf } from './stored-feed.ts'

/** A feed that was removed and can be brought back. */
export type RemovedFeed = {
  readonly id: string
  readonly url: string
  readonly title: string | null
  readonly removedAt: string
}

/** `known`: it has been added again since, and is there with a state of its own. */
export type Restored = 'restored' | 'known' | 'unknown'

/** A removed feed can be brought back for a week, in milliseconds. */
const keptMs = 7 * 86_400_000

const outcomes: readonly Restored[] = ['unknown', 'restored', 'known']

/** Feeds that were removed of late: nothing of them is lost until their time is up. */
export class RemovedFeeds {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Removes a feed: it is polled no more and on no list. Its articles stay.
   *
   * @returns whether there was one
   */
  async remove(id: string): Promise<boolean> {
    const [url, oldUrls] = await this.#redis.hmget(this.#key(`feed:${id}`), 'url', 'oldUrls')
    const addresses = [url ?? '', ...oldUrlsOf({ oldUrls: oldUrls ?? undefined })]
    return (await removeScript(this.#redis, this.#keys(id), [id, keptMs, ...addresses.map(feedIdOf)])) === 1
  }

  /** Brings a removed feed back as it was: its place, its rhythm, when it is due, what was seen of it. */
  async restore(id: string): Promise<Restored> {
    const aliases = (await this.#redis.hget(this.#key(`removed-feed:${id}`), 'removedAliases')) ?? ''
    const others = aliases.split(' ').filter((alias) => alias !== '')
    const keys = [...this.#keys(id), ...others.map((alias) => this.#key(`feed:${alias}`))]
    const outcome = z.number().parse(await restoreScript(this.#redis, keys, [id, ...others]))
    return outcomes[outcome] ?? 'unknown'
  }

  /**
   * Those that can be brought back, removed last first.
   *
   * @param limit feeds at most
   */
  async list(limit: number): Promise<RemovedFeed[]> {
    const rows = await this.#redis.zrange(this.#key('feeds:removed'), '0', String(limit - 1), 'REV', 'WITHSCORES')
    const ids = rows.filter((_, index) => index % 2 === 0)
    const feeds = await Promise.all(
      ids.map(async (id, index): Promise<RemovedFeed | null> => {
        const [[url, title], isBack] = await Promise.all([
          this.#redis.hmget(this.#key(`removed-feed:${id}`), 'url', 'title'),
          this.#redis.exists(this.#key(`feed:${id}`)),
        ])
        const removedAt = new Date(Number(rows[index * 2 + 1])).toISOString()
        return url && isBack === 0 ? { id, url, title: title || null, removedAt } : null
      }),
    )
    return feeds.filter((feed) => feed !== null)
  }

  #keys(id: string): string[] {
    const names = [`feed:${id}`, 'feeds', 'feeds:due', `seen:${id}`, 'feeds:silent', 'feeds:aliases']
    return [...names, `removed-feed:${id}`, `removed-seen:${id}`, 'feeds:removed'].map((name) => this.#key(name))
  }

  #key(name: string): string {
    return `${this.#prefix}:${name}`
  }
}
