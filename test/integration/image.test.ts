import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmod, chown, copyFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { settings } from '@rafid/config'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '../../infra/dev/free-ports.ts'
import { copyInto, lastOf, readDockerfile, runWithin } from '../infra/dockerfile.ts'
import type { Stage } from '../infra/dockerfile.ts'

/** Who runs a service where the tests run as root; everybody else runs it as himself. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null

let home: string
let image: string
let last: Stage
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'rafid-image-'))
  await chmod(home, 0o755)
  const [packages = [], final = []] = await readDockerfile()
  last = final
  const draft = join(home, 'draft')
  await copyInto(packages, draft)
  await runWithin(packages, draft)
  await copyInto(final, draft)
  // The installed files are links into the store of all checkouts, whose rights must stay as they are.
  image = join(home, 'image')
  await cp(draft, image, { recursive: true, verbatimSymlinks: true })
  await copyFile(process.execPath, join(image, 'node'))
  await makeReadOnly(image)
}, 180_000)
afterAll(async () => {
  await makeWritable(image)
  await rm(home, { recursive: true, force: true })
})

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

const foldersBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))]
}

async function makeReadOnly(folder: string): Promise<void> {
  for (const path of await foldersBelow(folder)) await chmod(path, 0o555)
}

async function makeWritable(folder: string): Promise<void> {
  for (const path of await foldersBelow(folder)) await chmod(path, 0o755)
}

/** Starts a command of the image, with nothing of the environment of the tests. */
function start(args: readonly string[], env: Record<string, string>) {
  return spawn(join(image, 'node'), ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: join(image, 'app'),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...nobody,
  })
}

async function exitCodeOf(args: readonly string[], env: Record<string, string>): Promise<number | null> {
  const child = start(args, env)
  await once(child, 'close')
  return child.exitCode
}

/** Starts a service and waits until it says that it is ready. */
async function startService(service: string): Promise<Record<string, string>> {
  const data = await mkdtemp(join(home, 'data-'))
  if (nobody !== null) await chown(data, nobody.uid, nobody.gid)
  const [health, port] = [await freePort(), await freePort()].map(String) as [string, string]
  const where = { RAFID_HEALTH_PORT: health, RAFID_PORT: port }
  const redis = { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: `t${randomUUID().slice(0, 8)}` }
  const child = start([`services/${service}/main.ts`], { ...where, ...redis, RAFID_DATA_DIR: data })
  const ended = once(child, 'close')
  stops.push(async () => {
    child.kill('SIGTERM')
    await ended
    expect(child.exitCode, 'a stop is orderly').toBe(0)
  })
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('"ready"')) return where
  throw new Error(`${service} ended with ${child.exitCode}`)
}

describe('the image', () => {
  it.each(['scheduler', 'fetcher', 'parser', 'deduplicator', 'indexer', 'gateway'])(
    'runs the %s for a user who may write nothing but its data, and tells of its health',
    async (service) => {
      const where = await startService(service)
      expect(await exitCodeOf(['health.mjs'], where)).toBe(0)
      const elsewhere = String(await freePort())
      expect(await exitCodeOf(['health.mjs'], { RAFID_HEALTH_PORT: elsewhere, RAFID_PORT: elsewhere })).toBe(1)
    },
  )

  it('cannot be changed by who runs it', async () => {
    const writing = "require('fs').writeFileSync('services/x', '')"
    expect(
      await exitCodeOf(
        ['-e', `try { ${writing} } catch (error) { process.exit(error.code === 'EACCES' ? 9 : 1) }`],
        {},
      ),
    ).toBe(9)
  })

  it('holds what services need, and no tests', async () => {
    expect((await readdir(join(image, 'app'))).toSorted()).toEqual(
      [
        'health.mjs',
        'node_modules',
        'package.json',
        'packages',
        'pnpm-lock.yaml',
        'pnpm-workspace.yaml',
        'services',
      ].toSorted(),
    )
    const own = [join(image, 'app/packages'), join(image, 'app/services')]
    const files = await Promise.all(own.map((folder) => readdir(folder, { recursive: true })))
    expect(files.flat().filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))).toEqual([])
  })

  it('is told who runs it, where data lies, and how its health is asked', () => {
    expect(lastOf(last, 'USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(lastOf(last, 'HEALTHCHECK')).toContain('CMD ["node", "health.mjs"]')
    const variables = [...(lastOf(last, 'ENV') ?? '').matchAll(/(RAFID_\w+)=/g)].map(([, name]) => name)
    const known = Object.values(settings).map((setting) => setting.env)
    expect(known).toEqual(expect.arrayContaining(variables))
    expect(variables).toContain('RAFID_HEALTH_PORT')
  })
})
