// Finds the tool that checks units: on PATH, or fetched from Debian without root.
import { join } from 'node:path'
import { exists, fetchFromDebian, librariesIn, onPath } from './fetch-from-debian.mjs'

/**
 * @param {string} folder where a fetched one is kept
 * @param {(message: string) => void} tell shows progress
 * @returns {Promise<{ command: string, env: Record<string, string> }>} how to start it
 */
export async function findSystemdAnalyze(folder, tell) {
  const installed = await onPath('systemd-analyze')
  if (installed) return { command: installed, env: {} }
  const command = join(folder, 'usr/bin/systemd-analyze')
  if (!(await exists(command))) await fetch(folder, tell)
  return { command, env: { LD_LIBRARY_PATH: await librariesIn(folder) } }
}

async function fetch(folder, tell) {
  tell('fetching systemd-analyze from Debian for the tests of the units (once, about 4 MB, no root needed)')
  try {
    await fetchFromDebian(folder, 'systemd')
  } catch (error) {
    throw new Error(
      `systemd-analyze is not on this machine and could not be fetched: install systemd. (${error.message.trim()})`,
      { cause: error },
    )
  }
}
