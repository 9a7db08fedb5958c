import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Feeds, ItemTrace, SavedSearches, SearchMatches, StoryLog } from '@rafid/catalog'
import { loadSettings } from '@rafid/config'
import type { SettingsOf } from '@rafid/config'
import { running as runningSchema } from '@rafid/contracts'
import type { Running } from '@rafid/contracts'
import { connectRedis, DeadLetters } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { createLogger } from '@rafid/telemetry'

const names = [
  'redisUrl',
  'prefix',
  'dataDir',
  'logLevel',
  'proxy',
  'userAgent',
  'publicUrl',
  'allow',
  'hostGapMs',
] as const

/** Who typed a command waits no longer for Redis, in milliseconds. */
const connectWithinMs = 4_000

/** What a command works with. */
export type House = {
  readonly settings: SettingsOf<(typeof names)[number]>
  readonly home: QueueHome
  readonly feeds: Feeds
  readonly stories: StoryLog
  readonly searches: SavedSearches
  readonly matches: SearchMatches
  readonly deadLetters: DeadLetters
  readonly trace: ItemTrace
}

/**
 * Opens the installation of the data folder for one command and closes it afterwards. Without `REDIS_URL` the Redis is
 * that of the `npm start` that runs from the folder.
 *
 * @param options.acceptsEviction for who wants to find out what is wrong with the Redis
 * @throws ConfigError when Redis does not answer
 */
export async function inHouse(
  work: (house: House) => Promise<void>,
  { acceptsEviction = false }: { readonly acceptsEviction?: boolean } = {},
): Promise<void> {
  const settings = loadSettings(names, process.env)
  const redisUrl = process.env['REDIS_URL'] ?? running(settings.dataDir)?.redisUrl ?? settings.redisUrl
  const redis = await connectRedis(redisUrl, createLogger({ service: 'cli' }, 'error'), {
    connectWithinMs,
    acceptsEviction,
  })
  const home = { redis, prefix: settings.prefix }
  // What runs begins items; a command only looks at them, and tells what it does to dead letters.
  const trace = new ItemTrace({ ...home, days: 0 })
  const deadLetters = new DeadLetters(home, trace)
  try {
    const stores = {
      feeds: new Feeds(home),
      stories: new StoryLog(home),
      searches: new SavedSearches(home),
      matches: new SearchMatches(home),
    }
    await work({ settings, home, ...stores, deadLetters, trace })
  } finally {
    await deadLetters.close()
    redis.disconnect()
  }
}

/** What `npm start` wrote into the data folder, or into that of the demo; null when nothing runs there. */
export function running(dataDir: string): Running | null {
  for (const folder of [dataDir, join(dataDir, '../demo')]) {
    try {
      return runningSchema.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')))
    } catch {
      // Nothing runs from this folder.
    }
  }
  return null
}
