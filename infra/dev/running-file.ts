import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { running } from '@rafid/contracts'
import type { Running } from '@rafid/contracts'

/** What runs from a data folder at this moment, or null. A file whose process has gone does not count. */
export function readRunning(dataDir: string): Running | null {
  try {
    const found = running.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')))
    process.kill(found.pid, 0)
    return found
  } catch {
    // No file, or no such process: nothing runs.
    return null
  }
}

export function writeRunning(dataDir: string, found: Running): void {
  writeFileSync(pathIn(dataDir), `${JSON.stringify(found, null, 2)}\n`)
}

export function removeRunning(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true })
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'running.json')
}
