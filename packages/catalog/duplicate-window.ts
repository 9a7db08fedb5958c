import { relation } from '@rafid/contracts'
import type { Relation } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { redisScript } from './redis-script.ts'

/** What an article shows of itself to be compared. */
export type Print = {
  readonly articleId: string
  /** Changes when the publisher edits the article. */
  readonly version: string
  readonly contentHash: string
  readonly signature: Uint32Array
  /** Keys of which near-duplicates share at least one. */
  readonly bands: readonly string[]
}

/** An earlier article that shares a band or its whole content. */
export type EarlierArticle = {
  readonly articleId: string
  readonly rootId: string
  readonly contentHash: string
  readonly signature: Uint32Array
}

/** What the window knows of an article that asks. */
export type Claim =
  /** This version was decided before: a redelivery, not a duplicate. */
  | { readonly state: 'decided'; readonly relation: Relation }
  | { readonly state: 'open'; readonly isUpdate: boolean; readonly earlier: EarlierArticle[] }

/** One band of a common boilerplate could hold thousands of articles; the newest are enough. */
const bandMembersMax = 40

// Every article first shows itself and then looks around, in one step. Of two copies in the same millisecond one
// therefore sees the other, and the number each was given decides which of them is the earlier.
const claim = redisScript(`
local own, ttl = KEYS[1], tonumber(ARGV[4])
local before = redis.call('HMGET', own, 'relation:' .. ARGV[2], 'seq', 'version')
if before[1] then return { 'decided', before[1] } end
local seq = before[2] or redis.call('INCR', KEYS[2])
redis.call('HSET', own, 'version', ARGV[2], 'hash', ARGV[3], 'sig', ARGV[5], 'seq', seq)
redis.call('EXPIRE', own, ttl)
local found, rows = {}, {}
local function look(id)
  if id == ARGV[1] or found[id] then return end
  found[id] = true
  local a = redis.call('HMGET', ARGV[6] .. id, 'seq', 'root', 'hash', 'sig')
  if a[1] and tonumber(a[1]) < tonumber(seq) then rows[#rows + 1] = { id, a[2] or id, a[3], a[4] } end
end
for i = 3, #KEYS do
  redis.call('ZADD', KEYS[i], seq, ARGV[1])
  redis.call('ZREMRANGEBYRANK', KEYS[i], 0, -1 - tonumber(ARGV[7]))
  redis.call('EXPIRE', KEYS[i], ttl)
  for _, id in ipairs(redis.call('ZRANGE', KEYS[i], 0, -1)) do look(id) end
end
return { 'open', before[3] and before[3] ~= ARGV[2] and 'update' or 'first', rows }
`)

// The first decision of a version stands: a second worker with the same job gets it back.
const decide = redisScript(`
if redis.call('HSETNX', KEYS[1], 'relation:' .. ARGV[1], ARGV[2]) == 1 then
  redis.call('HSET', KEYS[1], 'root', ARGV[3])
  redis.call('EXPIRE', KEYS[1], ARGV[4])
end
return redis.call('HGET', KEYS[1], 'relation:' .. ARGV[1])
`)

const claimReply = z.union([
  z.tuple([z.literal('decided'), z.string()]),
  z.tuple([
    z.literal('open'),
    z.enum(['first', 'update']),
    z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  ]),
])

/** The articles of the last days, for all deduplicators together. */
export class DuplicateWindow {
  readonly #redis: Redis
  readonly #prefix: string
  readonly #ttlSeconds: number

  /** @param home.hours how long an article can be found */
  constructor({ redis, prefix, hours }: { redis: Redis; prefix: string; hours: number }) {
    this.#redis = redis
    this.#prefix = `${prefix}:dup:`
    this.#ttlSeconds = hours * 3600
  }

  /** Shows an article to all that come later and finds those that came before. Calling it twice changes nothing. */
  async claim(print: Print): Promise<Claim> {
    const article = `${this.#prefix}a:`
    const shelves = [`h:${print.contentHash}`, ...print.bands.map((band) => `b:${band}`)]
    const keys = [article + print.articleId, `${this.#prefix}seq`, ...shelves.map((shelf) => this.#prefix + shelf)]
    const { articleId, version, contentHash } = print
    const signature = Buffer.from(print.signature.buffer).toString('base64')
    const args = [articleId, version, contentHash, this.#ttlSeconds, signature, article, bandMembersMax]
    const reply = claimReply.parse(await claim(this.#redis, keys, args))
    if (reply[0] === 'decided') return { state: 'decided', relation: relation.parse(JSON.parse(reply[1])) }
    const [, standing, rows] = reply
    const earlier = rows.map(([id, rootId, hash, sig]) => ({
      articleId: id,
      rootId,
      contentHash: hash,
      signature: unpack(sig),
    }))
    return { state: 'open', isUpdate: standing === 'update', earlier }
  }

  /**
   * Records what an article is.
   *
   * @returns the relation that stands: an earlier decision on the same version wins
   */
  async decide(articleId: string, version: string, found: Relation): Promise<Relation> {
    const args = [version, JSON.stringify(found), found.duplicateOf ?? articleId, this.#ttlSeconds]
    const stands = await decide(this.#redis, [`${this.#prefix}a:${articleId}`], args)
    return relation.parse(JSON.parse(z.string().parse(stands)))
  }
}

function unpack(base64: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  return new Uint32Array(bytes.buffer, 0, Math.floor(bytes.byteLength / 4))
}
