import type { SearchMatch } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { SavedSearches, searchKeys } from './saved-searches.ts'
import { SearchMatches } from './search-matches.ts'

/** So many matches are read at once. */
const batchMax = 100
/** Followers look so often although nothing was told, in milliseconds: what Redis tells is not kept for who is away. */
const lookMsMax = 15_000

/** Follows the matches of searches as they come. One connection listens for all followers of a process. */
export class MatchFollower {
  readonly #redis: Redis
  readonly #channel: string
  readonly #searches: SavedSearches
  readonly #matches: SearchMatches
  readonly #waiting = new Map<string, Set<() => void>>()
  #listening: Promise<Redis> | null = null

  constructor(home: { redis: Redis; prefix: string }) {
    this.#redis = home.redis
    this.#channel = searchKeys(home.prefix).channel
    this.#searches = new SavedSearches(home)
    this.#matches = new SearchMatches(home)
  }

  /**
   * The matches of a search after a given one, as long as somebody wants them and the search is there.
   *
   * @param after the id of a match; null for those that come from now on
   * @param signal ends it
   * @returns matches, and null when there has been none for a while
   */
  async *follow(searchId: string, after: string | null, signal: AbortSignal): AsyncGenerator<SearchMatch | null> {
    await this.#startListening()
    let last = after ?? (await this.#matches.newest(searchId, 1))[0]?.id ?? '0'
    while (!signal.aborted) {
      // Registered before it looks, so that nothing falls between.
      const told = this.#told(searchId, signal)
      const batch = await this.#matches.after(searchId, last, batchMax)
      for (const match of batch) {
        last = match.id
        yield match
      }
      if (batch.length > 0) {
        told.cancel()
        continue
      }
      if (!(await told.promise)) yield null
      if ((await this.#searches.get(searchId)) === null) return
    }
  }

  close(): void {
    void this.#listening?.then(
      (redis) => redis.disconnect(),
      () => {},
    )
    this.#listening = null
  }

  async #startListening(): Promise<void> {
    this.#listening ??= this.#listen()
    try {
      await this.#listening
    } catch (error) {
      // The next one who follows tries again.
      this.#listening = null
      throw error
    }
  }

  async #listen(): Promise<Redis> {
    const redis = this.#redis.duplicate()
    redis.on('message', (_channel: string, searchId: string) => {
      for (const wake of this.#waiting.get(searchId) ?? []) wake()
    })
    // The client connects again by itself; until then followers look by the clock.
    redis.on('error', () => {})
    try {
      await redis.subscribe(this.#channel)
      return redis
    } catch (error) {
      redis.disconnect()
      throw error
    }
  }

  /** Resolves with true when a match was told, with false when time has passed or nobody waits any more. */
  #told(searchId: string, signal: AbortSignal): { promise: Promise<boolean>; cancel(): void } {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const waiting = this.#waiting.get(searchId) ?? new Set()
    this.#waiting.set(searchId, waiting)
    const done = (wasTold: boolean): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      waiting.delete(wake)
      if (waiting.size === 0 && this.#waiting.get(searchId) === waiting) this.#waiting.delete(searchId)
      resolve(wasTold)
    }
    const wake = (): void => done(true)
    const cancel = (): void => done(false)
    const timer = setTimeout(cancel, lookMsMax)
    waiting.add(wake)
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
    return { promise, cancel }
  }
}
