import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ConfigError } from '@rafid/errors'
import { findRedis } from './find-redis.mjs'

const pidFile = 'redis.pid'
const leftoverLookMs = 50

export type OwnRedis = { readonly url: string; readonly child: ChildProcess; stop(): Promise<void> }

/**
 * Starts a Redis of our own with the settings that keep jobs safe.
 *
 * @param options.toolsDir where a Redis fetched by the set-up lies
 * @throws ConfigError when it cannot start
 */
export async function startOwnRedis(options: { toolsDir: string; dataDir: string; port: number }): Promise<OwnRedis> {
  const { command, env } = await findRedis(options.toolsDir, (message: string) => console.error(message))
  const dir = join(options.dataDir, 'redis')
  mkdirSync(dir, { recursive: true })
  await stopLeftover(dir)
  const settings = [
    '--bind',
    '127.0.0.1',
    '--port',
    String(options.port),
    '--dir',
    dir,
    '--save',
    '',
    '--pidfile',
    join(dir, pidFile),
  ]
  const safety = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--maxmemory-policy', 'noeviction']
  const child = spawn(command, [...settings, ...safety], {
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child, dir)
  return {
    url: `redis://127.0.0.1:${options.port}`,
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/**
 * Stops the Redis of a launcher that was killed and could not stop it: two servers on one append-only file destroy it.
 */
async function stopLeftover(dir: string): Promise<void> {
  const pid = Number(await readFile(join(dir, pidFile), 'utf8').catch(() => ''))
  const worksHere = async (): Promise<boolean> =>
    pid > 0 && (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === (await realpath(dir))
  if (await worksHere()) process.kill(pid, 'SIGTERM')
  while (await worksHere()) await pause(leftoverLookMs)
}

async function ready(child: ChildProcess, dir: string): Promise<void> {
  const lines: string[] = []
  if (!child.stdout) throw new Error('redis was started without an output')
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (line.includes('Ready to accept connections')) {
      child.stdout.resume()
      return
    }
  }
  throw new ConfigError([`Redis could not start with its data in ${dir}: ${lines.slice(-3).join(' | ')}`])
}
