import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader } from '@rafid/search'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePort, isFree } from '../../infra/dev/free-ports.ts'
import { runNode } from '../support/run-node.ts'
import { startPublisher } from '../support/start-publisher.ts'
import type { Publisher } from '../support/start-publisher.ts'
import { until } from '../support/until.ts'

const pages = 120

let dir: string
let publisher: Publisher
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rafid-launcher-'))
  publisher = await startPublisher({ pages, latencyMs: 50 })
})
afterAll(async () => {
  await publisher.close()
  await rm(dir, { recursive: true })
})

type Status = Record<string, { pid: number }[]>

const count = async (): Promise<number> => {
  const reader = openReader(join(dir, 'data/index.db'))
  const { articles } = await reader.count()
  await reader.close()
  return articles
}

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('runs everything, obeys "rafid scale", and on Ctrl-C leaves no process and loses no job', async () => {
  const port = String(await freePort())
  const env = { RAFID_HTTP_ALLOW: publisher.host, RAFID_HOST_GAP_MS: '25', RAFID_DATA_DIR: join(dir, 'data') }
  const start = (args: string[]) =>
    runNode('infra/dev/start.ts', ['--no-demo', '--data', join(dir, 'data'), '--port', port, ...args], env)

  const first = start(['--feeds', publisher.feedUrl, '--scale', 'parser=2'])
  await first.line(`open http://127.0.0.1:${port}`)
  await until(async () => (await count()) >= 10, 20)
  const scaled = runNode('services/cli/main.ts', ['--json', 'scale', 'fetcher=2'], env)
  expect(await scaled.exited).toBe(0)
  const status = JSON.parse(scaled.lines.join('\n')) as Status
  expect(status['parser']).toHaveLength(2)
  expect(status['fetcher']).toHaveLength(2)

  first.child.kill('SIGINT')
  expect(await first.exited).toBe(0)
  const before = await count()
  expect(before, 'stopped in the middle of the work').toBeLessThan(pages)
  expect(
    Object.values(status)
      .flat()
      .filter(({ pid }) => alive(pid)),
  ).toEqual([])

  // The feed is known and its entries are marked as seen: what is missing can only come from the queues.
  const second = start([])
  await second.line('open http')
  await until(async () => (await count()) === pages, 50)
  second.child.kill('SIGTERM')
  expect(await second.exited).toBe(0)
})

it('starts again from the same folder after it was killed without a word', async () => {
  const data = join(dir, 'killed')
  const port = String(await freePort())
  const start = () =>
    runNode('infra/dev/start.ts', ['--no-demo', '--data', data, '--port', port], { RAFID_DATA_DIR: data })
  const first = start()
  await first.line('open http')
  const added = runNode('services/cli/main.ts', ['feeds', 'add', '--as-is', 'https://news.example/rss'], {
    RAFID_DATA_DIR: data,
  })
  expect(await added.exited).toBe(0)
  // Not `first.exited`: the Redis that is left behind holds the other end of the output.
  const gone = once(first.child, 'exit')
  first.child.kill('SIGKILL')
  await gone
  // The services notice that their parent is gone; the port is free again once they have stopped.
  await until(() => isFree(Number(port)), 50)
  const second = start()
  await second.line('open http')
  const listed = runNode('services/cli/main.ts', ['feeds', 'list'], { RAFID_DATA_DIR: data })
  expect(await listed.exited).toBe(0)
  expect(listed.lines.join('\n')).toContain('https://news.example/rss')
  second.child.kill('SIGINT')
  expect(await second.exited).toBe(0)
})
