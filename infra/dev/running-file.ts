import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running installation tells those who want to speak with it. */
export type Running = { readonly pid: number; readonly redisUrl: string; readonly gatewayUrl: string; readonly control: string }

/** What runs from a data folder at this moment, or null. A file whose process has gone does not count. */
export function readRunning(dataDir: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as Running
    process.kill(running.pid, 0)
    return running
  } catch {
    // No file, or no such process: nothing runs.
    return null
  }
}

export function writeRunning(dataDir: string, running: Running): void {
  writeFileSync(pathIn(dataDir), `${JSON.stringify(running, null, 2)}\n`)
}

export function removeRunning(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true })
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'running.json')
}
