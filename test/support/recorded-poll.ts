import type { PollRecord } from '@rafid/catalog'
import { newPollingState } from '@rafid/polling'
import type { Redis } from 'ioredis'

/** The server's clock, in milliseconds. */
export async function serverNow(redis: Redis): Promise<number> {
  const [seconds = 0, micros = 0] = await redis.time()
  return seconds * 1000 + Math.floor(micros / 1000)
}

/** A poll that came to nothing new, with another one due after `waitMs`. */
export async function recordedPoll(
  redis: Redis,
  waitMs: number,
  changes: Partial<PollRecord> = {},
): Promise<PollRecord> {
  const at = new Date(await serverNow(redis))
  const state = newPollingState({ intervalMs: null, errorsInARow: 0 })
  const polling = { ...state, next: { atMs: at.getTime() + waitMs, rule: 'rhythm', wishes: { rhythm: waitMs } } }
  return { at, outcome: 'nothing-new', errorCode: null, entriesNew: 0, gone: false, adopt: null, polling, ...changes }
}
