import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { loadSettings } from '@rafid/config'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSystemdAnalyze } from '../../infra/dev/find-systemd-analyze.mjs'
import { exitConfig, stopGraceMs } from '../../packages/service/run-service.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'infra/systemd')
const services = readdirSync(join(root, 'services')).filter((name) => name !== 'cli')
const node = '/opt/rafid/node_modules/node/bin/node'
const dropIn = 'rafid-.service.d/every-service.conf'
const unitOf = (service: string): string =>
  service === 'gateway' ? 'rafid-gateway.service' : `rafid-${service}@.service`
const instanceOf = (service: string): string => unitOf(service).replace('@', '@1')

let systemd: { command: string; env: Record<string, string> }
let machine: string
beforeAll(async () => {
  systemd = await findSystemdAnalyze(join(root, '.rafid/systemd'), (message) => console.error(message))
  machine = await makeMachine()
}, 300_000)
afterAll(() => rm(machine, { recursive: true, force: true }))

/** A root folder with our units, what they start, and the targets that every machine has. */
async function makeMachine(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'rafid-machine-'))
  const units = join(made, 'etc/systemd/system')
  await cp(folder, units, { recursive: true })
  for (const target of ['sysinit', 'basic', 'shutdown', 'network-online', 'multi-user'])
    await writeFile(join(units, `${target}.target`), `[Unit]\nDescription=${target}\n`)
  await mkdir(join(made, dirname(node)), { recursive: true })
  await writeFile(join(made, node), '')
  await chmod(join(made, node), 0o755)
  return made
}

/** What the tool says of units; it only prints what it does not know. */
async function analyse(...args: string[]): Promise<string> {
  const options = { env: { ...process.env, ...systemd.env } }
  const { stdout, stderr } = await run(systemd.command, [`--root=${machine}`, ...args], options)
  return `${stdout}${stderr}`
}

/** The last value of each setting of a unit. */
const settingsOf = (file: string): Map<string, string> =>
  new Map(
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [
      key,
      value,
    ]),
  )

describe('the units', () => {
  it('are understood by systemd, to the last key', async () => {
    expect(await analyse('verify', 'rafid.target', ...services.map(instanceOf))).toBe('')
    const file = join(machine, 'etc/systemd/system', dropIn)
    const right = await readFile(file, 'utf8')
    await writeFile(file, right.replace('ProtectHome=', 'ProtectHomes='))
    expect(await analyse('verify', instanceOf('parser'))).toContain("Unknown key 'ProtectHomes'")
    await writeFile(file, right)
  })

  it.each(services)('there is one for the %s, and the target starts it', (service) => {
    expect(settingsOf(unitOf(service)).get('ExecStart')).toBe(`${node} services/${service}/main.ts`)
    expect(settingsOf(unitOf(service)).get('PartOf')).toBe('rafid.target')
    expect(readFileSync(join(folder, 'rafid.target'), 'utf8')).toContain(instanceOf(service))
  })

  it.each(services)('that of the %s lets it do little on the machine', async (service) => {
    // Of ten, in tenths: fails above it.
    expect(await analyse('security', '--offline=true', '--threshold=15', instanceOf(service))).toContain('OK')
  })

  it('wait for a stop, and start nothing again that has wrong settings', () => {
    const every = settingsOf(dropIn)
    const { drainDeadlineMs } = loadSettings(['drainDeadlineMs'], {})
    expect(Number(every.get('TimeoutStopSec')) * 1_000).toBeGreaterThan(drainDeadlineMs + stopGraceMs)
    expect(every.get('Restart')).toBe('always')
    expect(Number(every.get('RestartPreventExitStatus'))).toBe(exitConfig)
  })

  it('keep the index where the service may write', () => {
    const text = readFileSync(join(folder, dropIn), 'utf8')
    expect(text).toContain('ProtectSystem=strict')
    const env = Object.fromEntries(
      [...text.matchAll(/^Environment=(RAFID_\w+)=(.*)$/gm)].map(([, key, value]) => [key, value]),
    )
    expect(loadSettings(['dataDir'], env).dataDir).toBe(`/var/lib/${settingsOf(dropIn).get('StateDirectory')}`)
  })
})
