// Finds Prometheus' tool that checks rules and metrics: on PATH, or fetched from Debian without root.
import { join } from 'node:path'
import { exists, fetchFromDebian, onPath } from './fetch-from-debian.mjs'

/**
 * @param {string} folder where a fetched one is kept
 * @param {(message: string) => void} tell shows progress
 * @returns {Promise<string>} the command
 */
export async function findPromtool(folder, tell) {
  const installed = await onPath('promtool')
  if (installed) return installed
  const command = join(folder, 'usr/bin/promtool')
  if (await exists(command)) return command
  tell('fetching promtool from Debian for the tests of the alerts (once, about 25 MB, no root needed)')
  try {
    await fetchFromDebian(folder, 'prometheus')
  } catch (error) {
    throw new Error(
      `promtool is not on this machine and could not be fetched: install prometheus. (${error.message.trim()})`,
      {
        cause: error,
      },
    )
  }
  return command
}
