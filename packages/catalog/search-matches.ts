import { searchMatch } from '@rafid/contracts'
import type { SearchMatch } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { luaNow, redisScript } from './redis-script.ts'
import { searchKeys } from './saved-searches.ts'

/** A search keeps its newest matches. */
export const matchesKeptMax = 500
/** A redelivery among so many later matches of a search is still known as one. */
const seenMax = 5_000
/** Matches of a search that has had none for so long are forgotten, in seconds. */
const keepSeconds = 30 * 86_400
/** Jobs come again for so long at most, as dead letters that are redriven, in seconds. */
const deliveredSeconds = 14 * 86_400

/**
 * KEYS: searches, then the matches and the articles seen of each search. ARGV: article, its facts, matches kept, articles
 * seen, seconds, channel, then the ids of the searches. Numbers of matches are milliseconds, so that they go on growing when
 * older ones were forgotten. Returns the number of the match of each search, '' for a search that is gone.
 */
const record = redisScript(`${luaNow}
local numbers = {}
for at = 7, #ARGV do
  local matches, seen = KEYS[2 * (at - 6)], KEYS[2 * (at - 6) + 1]
  local known = redis.call('ZSCORE', seen, ARGV[1])
  if redis.call('HEXISTS', KEYS[1], ARGV[at]) == 0 then
    numbers[#numbers + 1] = ''
  elseif known then
    numbers[#numbers + 1] = string.format('%.0f', known)
  else
    local last = redis.call('ZREVRANGE', seen, 0, 0, 'WITHSCORES')[2]
    local number = string.format('%.0f', math.max(now, (tonumber(last or 0)) + 1))
    redis.call('ZADD', seen, number, ARGV[1])
    redis.call('ZREMRANGEBYRANK', seen, 0, -1 - tonumber(ARGV[4]))
    redis.call('XADD', matches, 'MAXLEN', ARGV[3], number .. '-0', 'article', ARGV[1], 'facts', ARGV[2])
    redis.call('EXPIRE', seen, ARGV[5])
    redis.call('EXPIRE', matches, ARGV[5])
    redis.call('PUBLISH', ARGV[6], ARGV[at])
    numbers[#numbers + 1] = number
  end
end
return numbers
`)

const facts = searchMatch.omit({ id: true, articleId: true, matchedAt: true })
const entries = z.array(z.tuple([z.string(), z.array(z.string())]))

/** What a match tells of its article. */
export type MatchedArticle = Omit<SearchMatch, 'id' | 'matchedAt'>

/** The articles that answered saved searches when they were new. */
export class SearchMatches {
  readonly #redis: Redis
  readonly #keys: ReturnType<typeof searchKeys>

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#keys = searchKeys(prefix)
  }

  /**
   * Writes down that an article answered searches: once, however often it is told.
   *
   * @returns which match it is of each search, also when it was known; searches that are gone are left out
   */
  async record(
    { articleId, ...about }: MatchedArticle,
    searchIds: readonly string[],
  ): Promise<{ searchId: string; matchId: string }[]> {
    if (searchIds.length === 0) return []
    const { searches, channel, matches, seen } = this.#keys
    const keys = [searches, ...searchIds.flatMap((id) => [matches(id), seen(id)])]
    const args = [articleId, JSON.stringify(about), matchesKeptMax, seenMax, keepSeconds, channel, ...searchIds]
    const numbers = z.array(z.string()).parse(await record(this.#redis, keys, args))
    return searchIds
      .map((searchId, at) => ({ searchId, matchId: numbers[at] ?? '' }))
      .filter(({ matchId }) => matchId !== '')
  }

  /**
   * The newest matches of a search, the newest first.
   *
   * @param before the id of a match: only earlier ones
   */
  async newest(searchId: string, limit: number, before?: string): Promise<SearchMatch[]> {
    const end = before === undefined ? '+' : `(${before}-0`
    return matchesOf(await this.#redis.xrevrange(this.#keys.matches(searchId), end, '-', 'COUNT', limit))
  }

  /** What came after a match, the earliest first. */
  async after(searchId: string, last: string, limit: number): Promise<SearchMatch[]> {
    return matchesOf(await this.#redis.xrange(this.#keys.matches(searchId), `(${last}-0`, '+', 'COUNT', limit))
  }

  /** Whether the webhook of a search was told of a match. */
  async wasDelivered(searchId: string, id: string): Promise<boolean> {
    return (await this.#redis.exists(this.#keys.delivered(searchId, id))) === 1
  }

  async markDelivered(searchId: string, id: string): Promise<void> {
    await this.#redis.set(this.#keys.delivered(searchId, id), '1', 'EX', deliveredSeconds)
  }

  async get(searchId: string, id: string): Promise<SearchMatch | null> {
    const at = `${id}-0`
    return matchesOf(await this.#redis.xrange(this.#keys.matches(searchId), at, at))[0] ?? null
  }
}

/** A match of another release that does not fit is left out. */
function matchesOf(reply: unknown): SearchMatch[] {
  return entries.parse(reply).flatMap(([entry, [, articleId, , text = '{}']]) => {
    const id = entry.split('-')[0] ?? ''
    const about = facts.safeParse(JSON.parse(text))
    if (!about.success || articleId === undefined) return []
    return [{ ...about.data, id, articleId, matchedAt: new Date(Number(id)).toISOString() }]
  })
}
