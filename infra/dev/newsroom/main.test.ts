import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const mainPath = new URL('main.ts', import.meta.url).pathname
const run = (...args: string[]) => spawn(process.execPath, [mainPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })

describe('main', () => {
  it('prints one line of JSON when it is ready, publishes at its interval, and ends on SIGTERM', async () => {
    const child = run('--interval-ms', '10')
    const [line]: unknown[] = await once(createInterface(child.stdout), 'line')
    const ready: { opml: string; feeds: string[]; articles: number } = JSON.parse(String(line))
    expect(ready.articles).toBeGreaterThanOrEqual(60)
    expect(ready.feeds.length).toBeGreaterThanOrEqual(5)
    expect(await (await fetch(ready.opml)).text()).toContain(ready.feeds[0])
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it('shows its options', async () => {
    expect(await text(run('--help').stdout)).toContain('--interval-ms')
  })

  it('refuses options it does not know and numbers that are none', async () => {
    for (const args of [['--colour'], ['--port', 'x'], ['--interval-ms', '0']]) {
      const child = run(...args)
      expect(await once(child, 'close')).toEqual([64, null])
    }
  })
})
