// Fetches a Debian package, with those it needs and the machine lacks, into a folder of the checkout: no root, and
// nothing on the machine is changed. Plain JavaScript, because the set-up runs before there is a Node that strips types.
import { execFile } from 'node:child_process'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * @param {string} folder gets the files of the packages, as a file system of its own
 * @param {string} name the package
 * @throws {Error} when this is no Debian, or the package cannot be had
 */
export async function fetchFromDebian(folder, name) {
  if (!(await onPath('apt-get')) || !(await onPath('dpkg'))) throw new Error('this machine has no apt-get')
  const work = `${folder}.partial`
  await rm(work, { recursive: true, force: true })
  await mkdir(join(work, 'state/lists/partial'), { recursive: true })
  await mkdir(join(work, 'cache/archives/partial'), { recursive: true })
  // Lists and archives of our own, so that neither root nor a fresh `apt-get update` of the machine is needed.
  const own = {
    'Dir::State': join(work, 'state'),
    'Dir::Cache': join(work, 'cache'),
    'Dir::State::status': '/var/lib/dpkg/status',
  }
  const settings = { ...own, 'Debug::NoLocking': 'true', 'APT::Sandbox::User': '', 'APT::Install-Recommends': 'false' }
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`])
  try {
    await run('apt-get', ['-qq', ...options, 'update'])
    await run('apt-get', ['-qq', '-y', ...options, '--download-only', 'install', name])
  } catch (error) {
    throw new Error(error.stderr || error.message, { cause: error })
  }
  const archives = join(work, 'cache/archives')
  for (const file of await readdir(archives)) {
    if (file.endsWith('.deb')) await run('dpkg', ['-x', join(archives, file), join(work, 'root')])
  }
  await rm(folder, { recursive: true, force: true })
  await rename(join(work, 'root'), folder)
  await rm(work, { recursive: true, force: true })
}

/**
 * @param {string} folder a file system that `fetchFromDebian` made
 * @returns {Promise<string>} its library folders, as LD_LIBRARY_PATH wants them
 */
export async function librariesIn(folder) {
  const bases = await Promise.all([join(folder, 'usr/lib'), join(folder, 'lib')].map(foldersIn))
  const machines = bases.flat().filter((path) => path.endsWith('linux-gnu'))
  // Some packages keep libraries in a folder of their own below those of the machine.
  const own = await Promise.all(machines.map(foldersIn))
  return [...machines, ...own.flat()].join(delimiter)
}

async function foldersIn(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name))
}

/**
 * @param {string} name a command
 * @returns {Promise<string | null>} where it is
 */
export async function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder && (await exists(path))) return path
  }
  return null
}

/**
 * @param {string} path a file
 * @returns {Promise<boolean>} whether it is there
 */
export async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  )
}
