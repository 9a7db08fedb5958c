import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findRedis } from '../../infra/dev/find-redis.mjs'
import { freePort } from '../../infra/dev/free-ports.ts'

export type RedisServer = {
  readonly url: string
  readonly port: number
  /** Kills the server without a word; its data stay. */
  kill(): Promise<void>
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>
  /** Stops it and deletes its data. */
  stop(): Promise<void>
}

/**
 * A real Redis of our own on a free port, with an append-only file.
 *
 * @param settings further settings, such as `{ 'maxmemory-policy': 'allkeys-lru' }`
 */
export async function startRedis(settings: Record<string, string> = {}): Promise<RedisServer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOn(await freePort(), settings)
    } catch (error) {
      // Somebody else took the port in the meantime.
      if (tries === startsMax) throw error
    }
  }
}

const startsMax = 3

async function startOn(port: number, settings: Record<string, string>): Promise<RedisServer> {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-redis-'))
  const command = await findRedis(join(import.meta.dirname, '../../.rafid/redis'), () => {})
  const all = {
    bind: '127.0.0.1',
    port: String(port),
    dir,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    ...settings,
  }
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  let child = await launch(command, args)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => end('SIGKILL'),
    restart: async () => void (child = await launch(command, args)),
    async stop() {
      await end('SIGTERM')
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function launch(
  command: { command: string; env: Record<string, string> },
  args: string[],
): Promise<ChildProcess> {
  const child = spawn(command.command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...command.env },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) {
      child.stdout.resume()
      return child
    }
  }
  throw new Error(`redis-server ended at its start: ${args.join(' ')}`)
}
