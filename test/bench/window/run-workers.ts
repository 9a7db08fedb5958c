import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ArticleWindow } from '@rafid/catalog'
import type { Article } from '@rafid/contracts'
import { Redis } from 'ioredis'
import { startRedis } from '../../support/start-redis.ts'
import type { Decided } from './decider.ts'

export const prefix = '{bench}'
export const keys = {
  deliveries: `${prefix}:deliveries`,
  articles: `${prefix}:articles`,
  decided: `${prefix}:decided`,
  hand: (worker: string) => `${prefix}:hand:${worker}`,
}

/** The window is longer than the news is. */
export const hours = 24 * 365

const processes = 4
const killEveryMs = 400

/** Places articles with several processes of workers; each is delivered several times, and processes are killed. */
export async function runWorkers(
  articles: readonly Article[],
  { deliveries, kills }: { readonly deliveries: number; readonly kills: number },
): Promise<{ decided: Map<string, Decided>; killed: number }> {
  const server = await startRedis({ appendonly: 'no' })
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  try {
    const window = new ArticleWindow({ redis, prefix, hours })
    for (const article of articles) {
      await window.expect(article.id)
      await redis.hset(keys.articles, article.id, JSON.stringify(article))
      await redis.rpush(keys.deliveries, ...Array.from({ length: deliveries }, () => article.id))
    }
    const killed = await work(redis, server.url, kills)
    const all = Object.entries(await redis.hgetall(keys.decided))
    return { killed, decided: new Map(all.map(([id, text]) => [id, JSON.parse(text) as Decided])) }
  } finally {
    redis.disconnect()
    await server.stop()
  }
}

async function work(redis: Redis, url: string, kills: number): Promise<number> {
  let started = 0
  let killed = 0
  const start = (): ChildProcess => fork(join(import.meta.dirname, 'worker.ts'), [url, `p${(started += 1)}`])
  const children = Array.from({ length: processes }, start)
  while (killed < kills && (await redis.llen(keys.deliveries)) > 0) {
    await pause(killEveryMs)
    const at = killed % processes
    const victim = children[at]
    if (victim === undefined || victim.exitCode !== null) break
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    killed += 1
    await takeBack(redis, `p${victim.spawnargs.at(-1)?.slice(1)}`)
    children[at] = start()
  }
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null)
  await Promise.all(running.map((child) => once(child, 'exit')))
  return killed
}

/** What a killed process had in hand is delivered again. */
async function takeBack(redis: Redis, name: string): Promise<void> {
  for (const hand of await redis.keys(`${keys.hand(name)}:*`)) {
    while ((await redis.lmove(hand, keys.deliveries, 'LEFT', 'LEFT')) !== null) {
      // One after the other, until its hands are empty.
    }
  }
}
