import { createHash } from 'node:crypto'
import { savedSearch } from '@rafid/contracts'
import type { SavedSearch } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import type { Redis } from 'ioredis'
import { redisScript } from './redis-script.ts'

/** An installation has no more saved searches. */
export const savedSearchesMax = 10_000

const idDigits = 24

// Returns 1 when it is new, 0 when it was there, -1 when there is no room. KEYS: searches, version.
const add = redisScript(`
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 0 end
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return -1 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('INCR', KEYS[2])
return 1
`)

// KEYS: searches, version, and what was kept for the search.
const remove = redisScript(`
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('INCR', KEYS[2])
for at = 3, #KEYS do redis.call('DEL', KEYS[at]) end
redis.call('PUBLISH', ARGV[2], ARGV[1])
return 1
`)

/** The searches that are followed, for all processes together. */
export class SavedSearches {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Saves a search. The same query with the same webhook is the same search, and keeps its first name.
   *
   * @throws PermanentError `searches.too_many`
   */
  async add(wanted: Pick<SavedSearch, 'name' | 'query' | 'webhook'>): Promise<{ search: SavedSearch; added: boolean }> {
    const search = { ...wanted, id: idOf(wanted), createdAt: new Date().toISOString() }
    const keys = searchKeys(this.#prefix)
    const args = [search.id, JSON.stringify(search), savedSearchesMax]
    const state = await add(this.#redis, [keys.searches, keys.version], args)
    if (state === -1) {
      throw new PermanentError('searches.too_many', `there are ${savedSearchesMax} saved searches: remove some`)
    }
    const standing = state === 0 ? await this.get(search.id) : null
    return { search: standing ?? search, added: state === 1 }
  }

  async get(id: string): Promise<SavedSearch | null> {
    const text = await this.#redis.hget(searchKeys(this.#prefix).searches, id)
    return text === null ? null : searchOf(text)
  }

  /** All of them, the oldest first. */
  async list(): Promise<SavedSearch[]> {
    const texts = await this.#redis.hvals(searchKeys(this.#prefix).searches)
    const searches = texts.map(searchOf).filter((search) => search !== null)
    return searches.toSorted(
      (one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id),
    )
  }

  /** Another number after every change. */
  async version(): Promise<number> {
    return Number((await this.#redis.get(searchKeys(this.#prefix).version)) ?? 0)
  }

  /** Forgets a search and what matched it. */
  async remove(id: string): Promise<boolean> {
    const { searches, version, channel, matches, seen } = searchKeys(this.#prefix)
    return (await remove(this.#redis, [searches, version, matches(id), seen(id)], [id, channel])) === 1
  }
}

/** Where searches and their matches lie in Redis. */
export function searchKeys(prefix: string) {
  const own = `${prefix}:searches`
  return {
    searches: own,
    version: `${own}:version`,
    channel: `${own}:matched`,
    matches: (id: string): string => `${own}:matches:${id}`,
    seen: (id: string): string => `${own}:seen:${id}`,
    delivered: (id: string, matchId: string): string => `${own}:delivered:${id}:${matchId}`,
  }
}

function idOf({ query, webhook }: Pick<SavedSearch, 'query' | 'webhook'>): string {
  const hash = createHash('sha256').update(JSON.stringify([query, webhook]))
  return `q${hash.digest('hex').slice(0, idDigits)}`
}

/** One of another release that does not fit counts as none. */
function searchOf(text: string): SavedSearch | null {
  const read = savedSearch.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}
