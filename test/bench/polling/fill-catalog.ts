import { createHash } from 'node:crypto'
import { Feeds } from '@rafid/catalog'
import type { QueueHome } from '@rafid/pipeline'
import { afterPoll, newPollingState } from '@rafid/polling'

/** Commands that are sent together. */
const batch = 500
/** Copies are made of so many different feeds. */
const originals = 20
/** Enough for the log of polls to be full, and the rhythm to be known. */
const polls = 60
const hourMs = 3_600_000
const limits = { minMs: 300_000, maxMs: 6 * hourMs }

/**
 * Fills a catalog with feeds that have been polled for days: some by the catalog's own ways, the rest as their copies.
 * None is due.
 *
 * @returns the ids of all of them
 */
export async function fillCatalog({ redis, prefix }: QueueHome, count: number): Promise<string[]> {
  const feeds = new Feeds({ redis, prefix })
  const urls = Array.from({ length: count }, (_, n) => `https://publisher-${n}.example/sections/news/rss.xml`)
  const ids = urls.map((url) => `f${createHash('sha256').update(url).digest('hex').slice(0, 16)}`)
  const models: Buffer[] = []
  for (const [index, url] of urls.slice(0, originals).entries()) {
    const { id } = await feeds.add({ url, title: `A publisher of some name ${index}`, siteUrl: new URL(url).origin })
    await pollForDays(feeds, id, index)
    models.push((await redis.dumpBuffer(`${prefix}:feed:${id}`)) ?? Buffer.alloc(0))
  }
  const later = Date.now() + 24 * hourMs
  for (let from = 0; from < count; from += batch) {
    const pipeline = redis.pipeline()
    for (let n = from; n < Math.min(from + batch, count); n += 1) {
      const [id = '', key] = [ids[n], `${prefix}:feed:${ids[n]}`]
      if (n >= originals) pipeline.restore(key, 0, models[n % models.length] ?? '').hset(key, 'url', urls[n] ?? '')
      pipeline.zadd(`${prefix}:feeds`, n, id).zadd(`${prefix}:feeds:due`, later + n, id)
    }
    await pipeline.exec()
  }
  return ids
}

async function pollForDays(feeds: Feeds, id: string, seed: number): Promise<void> {
  let state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  const hints = { ttlMinutes: 30, skipHours: [], skipDays: [], updateEveryMs: hourMs, updateBase: null }
  let at = new Date(Date.UTC(2026, 0, 5))
  for (let n = 0; n < polls; n += 1) {
    const fresh = Array.from({ length: (n * 7 + seed) % 4 }, () => null)
    const failed = n % 13 === 12
    const result = failed
      ? ({ kind: 'failed', failure: 'server' } as const)
      : ({ kind: 'read', document: { hints, shown: 40, fresh } } as const)
    state = afterPoll(state, { at, result, freshMs: 600_000 }, { random: 0.5, limits }).state
    const outcome = failed ? 'failed' : fresh.length > 0 ? 'new-entries' : 'nothing-new'
    const errorCode = failed ? 'http.status' : null
    const validators = { etag: `W/"${id}${n}"`, lastModified: at.toUTCString(), bodyKey: id.padEnd(64, '0') }
    await feeds.record(id, {
      at,
      outcome,
      errorCode,
      entriesNew: fresh.length,
      gone: false,
      adopt: null,
      polling: state,
      ...validators,
    })
    at = new Date(state.next.atMs)
  }
}
