import { article as articleSchema } from '@rafid/contracts'
import { Deferred } from '@rafid/errors'
import { Redis } from 'ioredis'
import { decider } from './decider.ts'
import { hours, keys, prefix } from './run-workers.ts'

/** Workers of one process, each with a connection of its own. */
const workers = 16
const waitSeconds = 1

const [url = '', own = ''] = process.argv.slice(2)
await Promise.all(Array.from({ length: workers }, (_, worker) => work(`${own}:${worker}`)))
process.exit(0)

/** Takes deliveries until there are none; one in hand stays in a list of its own, so that a kill loses none. */
async function work(name: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  const decide = decider({ redis, prefix }, hours)
  const hand = keys.hand(name)
  for (;;) {
    const id = await redis.blmove(keys.deliveries, hand, 'LEFT', 'RIGHT', waitSeconds)
    if (id === null) break
    const text = await redis.hget(keys.articles, id)
    const decided = await decide(articleSchema.parse(JSON.parse(text ?? '{}'))).catch(putOff)
    // Put off, as a queue does: behind the others, the slot is free.
    if (decided === null) await redis.lmove(hand, keys.deliveries, 'LEFT', 'RIGHT')
    else await redis.multi().hset(keys.decided, id, JSON.stringify(decided)).lrem(hand, 1, id).exec()
  }
  redis.disconnect()
}

function putOff(error: unknown): null {
  if (error instanceof Deferred) return null
  throw error
}
