// Finds the browser of the browser tests: named by CHROMIUM, on PATH, or fetched from Debian without root.
import { join } from 'node:path'
import { exists, fetchFromDebian, librariesIn, onPath } from './fetch-from-debian.mjs'

/**
 * @param {string} folder where a fetched Chromium is kept
 * @param {(message: string) => void} tell shows progress
 * @returns {Promise<{ command: string, env: Record<string, string> }>} how to start it
 */
export async function findChromium(folder, tell) {
  const installed = process.env.CHROMIUM ?? (await onPath('chromium'))
  if (installed) return { command: installed, env: {} }
  // The command of the package is a shell script that expects to be installed; this is what it starts.
  const command = join(folder, 'usr/lib/chromium/chromium')
  if (!(await exists(command))) await fetch(folder, tell)
  const fonts = join(folder, 'etc/fonts')
  const env = { LD_LIBRARY_PATH: await librariesIn(folder) }
  return { command, env: (await exists(fonts)) ? { ...env, FONTCONFIG_PATH: fonts } : env }
}

async function fetch(folder, tell) {
  tell('fetching it from Debian for the browser tests (once, about 100 MB, no root needed)')
  try {
    await fetchFromDebian(folder, 'chromium')
  } catch (error) {
    const help = 'install chromium, or set CHROMIUM to the path of one'
    throw new Error(`Chromium is not on this machine and could not be fetched: ${help}. (${error.message.trim()})`, {
      cause: error,
    })
  }
}
