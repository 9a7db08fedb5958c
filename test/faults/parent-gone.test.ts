import { fork } from 'node:child_process'
import type { StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** A Redis that takes connections and never answers: a service that meets it does not become ready. */
let silent: Server
let redisUrl: string
let connected: Promise<unknown>
beforeAll(async () => {
  silent = createServer()
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  redisUrl = `redis://127.0.0.1:${address.port}`
})
afterAll(() => void silent.close())

it('a service whose parent was killed ends although nobody reads what it writes', async () => {
  connected = once(silent, 'connection')
  const main = join(import.meta.dirname, '../../services/scheduler/main.ts')
  const stdio: StdioOptions = ['ignore', 'pipe', 'ignore', 'ipc']
  const child = fork(main, { env: { ...process.env, REDIS_URL: redisUrl }, stdio, execArgv: [] })
  const exited = once(child, 'exit')
  try {
    await connected
    child.stdout?.destroy()
    child.disconnect()
    expect(await exited).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})

it.each([
  ['at once', () => Promise.resolve()],
  ['while it waits for Redis', () => connected],
])('a service whose parent is gone %s before it is ready ends', async (_when, moment) => {
  connected = once(silent, 'connection')
  const main = join(import.meta.dirname, '../../services/scheduler/main.ts')
  const child = fork(main, { env: { ...process.env, REDIS_URL: redisUrl }, stdio: 'ignore', execArgv: [] })
  const exited = once(child, 'exit')
  try {
    await moment()
    // What its end does to the channel, whoever sends no signal.
    child.disconnect()
    expect(await exited).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})
