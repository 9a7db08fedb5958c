import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'node_modules/.bin')

/** What must hold before anything is tested; the architecture is a test of its own. */
const checks: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['-p', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['format', 'oxfmt', ['--check', '.']],
  ['dead code', 'knip', []],
  ['architecture', 'vitest', ['run', '--project', 'unit', 'test/architecture', 'test/contracts']],
]

let failed = 0
for (const [name, command, args] of checks) {
  const started = performance.now()
  const { status } = spawnSync(join(bin, command), args, { cwd: root, stdio: 'inherit' })
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
  console.log(`check: ${name} ${status === 0 ? 'passed' : 'FAILED'} (${took})`)
  if (status !== 0) failed += 1
}
process.exitCode = failed === 0 ? 0 : 1
