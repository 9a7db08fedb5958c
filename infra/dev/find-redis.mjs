// Finds a Redis server: on PATH, or fetched from Debian without root into a folder of the checkout.
import { join } from 'node:path'
import { exists, fetchFromDebian, librariesIn, onPath } from './fetch-from-debian.mjs'

/**
 * @param {string} folder where a fetched Redis is kept
 * @param {(message: string) => void} tell shows progress
 * @returns {Promise<{ command: string, env: Record<string, string> }>} how to start it
 */
export async function findRedis(folder, tell) {
  const installed = (await onPath('redis-server')) ?? (await onPath('valkey-server'))
  if (installed) return { command: installed, env: {} }
  const command = join(folder, 'usr/bin/redis-server')
  if (!(await exists(command))) await fetch(folder, tell)
  return { command, env: { LD_LIBRARY_PATH: await librariesIn(folder) } }
}

async function fetch(folder, tell) {
  tell('fetching it from Debian (once, no root needed)')
  try {
    await fetchFromDebian(folder, 'redis-server')
  } catch (error) {
    const help = 'install redis-server or valkey-server, or set REDIS_URL to one that runs'
    throw new Error(`Redis is not on this machine and could not be fetched: ${help}. (${error.message.trim()})`, {
      cause: error,
    })
  }
}
