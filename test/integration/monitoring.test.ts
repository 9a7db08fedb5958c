import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { findPromtool } from '../../infra/dev/find-promtool.mjs'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'infra/prometheus')

let promtool: string
beforeAll(async () => {
  promtool = await findPromtool(join(root, '.rafid/prometheus'), (message) => console.error(message))
}, 300_000)

const check = async (...args: string[]): Promise<string> => {
  const { stdout, stderr } = await run(promtool, args, { cwd: folder })
  return `${stdout}${stderr}`
}

const alerts = readFileSync(join(folder, 'alerts.yml'), 'utf8')
const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? '')

describe('the alerts', () => {
  it('fire when they should and not before', async () => {
    expect(await check('check', 'rules', 'alerts.yml')).toContain('SUCCESS')
    expect(await check('check', 'config', '--syntax-only', 'prometheus.yml')).toContain('SUCCESS')
    expect(await check('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS')
  })

  it.each(names)('%s is tried and has a heading in the runbook', (name) => {
    expect(readFileSync(join(folder, 'alerts.test.yml'), 'utf8')).toContain(`alertname: ${name}\n        exp_alerts:\n`)
    expect(readFileSync(join(root, 'infra/RUNBOOK.md'), 'utf8')).toContain(`\n## ${name}\n`)
    expect(alerts).toContain(`infra/RUNBOOK.md#${name.toLowerCase()}`)
  })
})
