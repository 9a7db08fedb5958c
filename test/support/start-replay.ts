import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { freePort } from '../../infra/dev/free-ports.ts'

/** A proxy that answers for the hosts of captured pages. */
export type Replay = AsyncDisposable & {
  readonly proxy: string
  readonly pages: number
  readonly feedUrls: readonly string[]
  /** How many pages were refused or broken off. */
  failed(): Promise<number>
}

const ready = z.object({ proxy: z.string(), opml: z.string(), pages: z.number() })
const counted = z.object({ total: z.object({ failed: z.number() }) })

/**
 * Starts the replay server.
 *
 * @param program its file
 * @param args such as `--limit 100 --fail 0.01`
 */
export async function startReplay(program: string, args: readonly string[]): Promise<Replay> {
  const port = await freePort()
  const child = spawn(process.execPath, [program, '--port', String(port), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { proxy, opml, pages } = ready.parse(JSON.parse(await firstLine(child.stdout)))
  const list = await (await fetch(opml)).text()
  return {
    proxy,
    pages,
    feedUrls: [...list.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url = '']) => url),
    failed: async () => counted.parse(await (await fetch(`${proxy}/__stats`)).json()).total.failed,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line
  throw new Error('the replay server has ended')
}
