import { driftingSite, extractionState } from '@rafid/contracts'
import type { DriftingSite, ExtractionState } from '@rafid/contracts'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { redisScript } from './redis-script.ts'

/** What a page changes of its site's history. */
export type HistoryChange<Verdict> = { readonly state: ExtractionState; readonly verdict: Verdict }

/** A site is remembered so many days for each of its pages, and never longer: links to anywhere leave little behind. */
const keepDaysPerPage = 2
const keepDaysMax = 90
/** No site needs more; one that did is forgotten rather than stored. */
const stateCharsMax = 4_000
/** The oldest alerts beyond these are no longer listed. */
const driftingMax = 10_000
/** Parsers that read the same site at once come in turn; who comes too late so often leaves its page out. */
const triesMax = 20

// The state is written only if nobody has written since it was read. `KEYS[2]` lists the sites that drift.
const replace = redisScript(`
local version = redis.call('HGET', KEYS[1], 'version') or '0'
if version ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'version', version + 1, 'state', ARGV[2])
redis.call('EXPIRE', KEYS[1], math.min((version + 1) * tonumber(ARGV[3]), tonumber(ARGV[4])) * 86400)
if ARGV[6] == '' then
  redis.call('ZREM', KEYS[2], ARGV[5])
else
  redis.call('ZADD', KEYS[2], ARGV[6], ARGV[5])
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - tonumber(ARGV[7]))
end
return 1
`)

const stored = z.tuple([z.string().nullable(), z.string().nullable()])

/** How the pages of each site have been read, for all parsers together. */
export class ExtractionHistory {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = prefix
  }

  /**
   * Changes the state of a site in one step, whoever else is at it.
   *
   * @param site as `siteKey` names it
   * @param change makes the next state of the one before, null for a site that is not known; it may be called again
   * @returns what `change` said in the end, or null when others were always faster
   */
  async update<Verdict>(
    site: string,
    change: (before: ExtractionState | null) => HistoryChange<Verdict>,
  ): Promise<HistoryChange<Verdict> | null> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const [version, text] = stored.parse(await this.#redis.hmget(this.#site(site), 'version', 'state'))
      const next = change(stateOf(text))
      if (await this.#replace(site, version ?? '0', next.state)) return next
    }
    return null
  }

  /**
   * The sites whose extraction has drifted, the newest drift first.
   *
   * @param limit sites at most
   */
  async drifting(limit: number): Promise<DriftingSite[]> {
    const sites = await this.#redis.zrange(this.#drifting(), '0', String(limit - 1), 'REV')
    const known = await Promise.all(sites.map((site) => this.#driftOf(site)))
    return known.filter((drift) => drift !== null)
  }

  async #replace(site: string, version: string, state: ExtractionState): Promise<boolean> {
    const text = JSON.stringify(state)
    if (text.length > stateCharsMax) throw new RangeError(`a state of ${text.length} characters for ${site}`)
    const since = state.drift === null ? '' : Date.parse(state.drift.since)
    const args = [version, text, keepDaysPerPage, keepDaysMax, site, since, driftingMax]
    return (await replace(this.#redis, [this.#site(site), this.#drifting()], args)) === 1
  }

  async #driftOf(site: string): Promise<DriftingSite | null> {
    const text = await this.#redis.hget(this.#site(site), 'state')
    // A site that nobody has read for so long that it is forgotten does not drift any more.
    if (text === null) await this.#redis.zrem(this.#drifting(), site)
    const drift = stateOf(text)?.drift
    return drift ? driftingSite.parse({ site, ...drift }) : null
  }

  #site(site: string): string {
    return `${this.#prefix}:extraction:${site}`
  }

  #drifting(): string {
    return `${this.#prefix}:extraction-drift`
  }
}

/** A state of another release that does not fit counts as none: the history begins anew. */
function stateOf(text: string | null): ExtractionState | null {
  if (text === null) return null
  const read = extractionState.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}
