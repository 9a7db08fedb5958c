// Finds a Redis server: on PATH, or fetched from Debian without root into a folder of the checkout.
// Plain JavaScript, because the set-up runs it before there is a Node that strips types.
import { execFile } from 'node:child_process'
import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const packages = [
  'redis-server',
  'redis-tools',
  'libhiredis0.14',
  'liblua5.1-0',
  'liblzf1',
  'libjemalloc2',
  'lua-bitop',
  'lua-cjson',
  'libatomic1',
]

/**
 * @param {string} folder where a fetched Redis is kept
 * @param {(message: string) => void} tell shows progress
 * @returns {Promise<{ command: string, env: Record<string, string> }>} how to start it
 */
export async function findRedis(folder, tell) {
  const onPath = (await which('redis-server')) ?? (await which('valkey-server'))
  if (onPath) return { command: onPath, env: {} }
  const root = join(folder, 'root')
  const command = join(root, 'usr/bin/redis-server')
  if (!(await exists(command))) await fetchFromDebian(folder, root, tell)
  return { command, env: { LD_LIBRARY_PATH: await libraryPath(root) } }
}

async function fetchFromDebian(folder, root, tell) {
  if (!(await which('apt-get')) || !(await which('dpkg'))) {
    throw new Error('Rafid needs Redis: install redis-server or valkey-server, or set REDIS_URL to one that runs.')
  }
  tell('fetching Redis from Debian (once, no root needed)')
  const debs = join(folder, 'debs')
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'state/lists/partial'), { recursive: true })
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true })
  await mkdir(debs, { recursive: true })
  // Lists of our own, so that neither root nor a fresh `apt-get update` of the machine is needed.
  const options = [
    '-o',
    `Dir::State=${folder}/state`,
    '-o',
    `Dir::Cache=${folder}/cache`,
    '-o',
    'Dir::State::status=/var/lib/dpkg/status',
    '-o',
    'APT::Sandbox::User=',
  ]
  try {
    await run('apt-get', [...options, '-qq', 'update'])
    await run('apt-get', [...options, '-qq', 'download', ...packages], { cwd: debs })
  } catch (error) {
    throw new Error(
      `Redis could not be fetched from Debian: install redis-server, or set REDIS_URL. (${error.stderr || error.message})`,
      { cause: error },
    )
  }
  for (const name of await readdir(debs)) await run('dpkg', ['-x', join(debs, name), root])
  await rm(join(folder, 'state'), { recursive: true, force: true })
  await rm(join(folder, 'cache'), { recursive: true, force: true })
}

async function libraryPath(root) {
  const base = join(root, 'usr/lib')
  const folders = (await readdir(base, { withFileTypes: true })).filter((entry) => entry.name.includes('linux-gnu'))
  return folders.map((entry) => join(base, entry.name)).join(delimiter)
}

async function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder && (await exists(path))) return path
  }
  return null
}

async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
