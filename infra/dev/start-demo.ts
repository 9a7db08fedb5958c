import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { isFree } from './free-ports.ts'
import type { Screen } from './screen.ts'

/** Where the newsroom likes to listen: the same addresses at each start, so that a second start knows its articles. */
const homePort = 3710

/** The index and its publishers. */
const portsNeeded = 7

/** A new article this often, in milliseconds. */
const publishEveryMs = 5_000

/** What the newsroom says once it listens. */
const readyLine = z.object({ url: z.string(), opml: z.string(), feeds: z.array(z.string()) })

/** The demo publishes every few seconds, so it is polled more often than anybody else would like. */
const demoSettings = { RAFID_POLL_MIN_MS: '2000', RAFID_POLL_MAX_MS: '4000', RAFID_HOST_GAP_MS: '50' }

/**
 * Starts the demo newsroom and lets the services fetch from it.
 *
 * @param env gets the settings of the demo
 */
export async function startDemo(
  root: string,
  env: NodeJS.ProcessEnv,
  screen: Screen,
): Promise<{ opmlUrl: string; stop(): Promise<void> }> {
  const main = join(root, 'infra/dev/newsroom/main.ts')
  const child = spawn(
    process.execPath,
    [main, '--port', String(await newsroomPort()), '--interval-ms', String(publishEveryMs)],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => ['null'])])
  const ready = readyLine.parse(JSON.parse(String(first[0])))
  lines.on('line', (text) => screen.line('newsroom', text))
  const origins = [ready.url, ...ready.feeds].map((url) => new URL(url).host)
  for (const [name, value] of Object.entries(demoSettings)) env[name] ??= value
  env['RAFID_HTTP_ALLOW'] = [...new Set(origins), env['RAFID_HTTP_ALLOW'] ?? ''].filter((pair) => pair !== '').join(',')
  screen.say(`demo newsroom: ${ready.feeds.length} feeds at ${ready.url}`)
  return {
    opmlUrl: ready.opml,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** The usual port when it and those of the publishers after it are free, else any. */
async function newsroomPort(): Promise<number> {
  const ports = Array.from({ length: portsNeeded }, (_, at) => homePort + at)
  const free = await Promise.all(ports.map((port) => isFree(port)))
  return free.every(Boolean) ? homePort : 0
}
