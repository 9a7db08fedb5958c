import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort, isFree } from '../../infra/dev/free-ports.ts'
import { runNode } from '../support/run-node.ts'
import { rafidIn } from '../support/run-rafid.ts'

it('up starts everything, tells programs where it is, and stops all of it on Ctrl-C', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'rafid-up-'))
  try {
    const port = await freePort()
    const args = ['up', '--json', '--no-demo', '--data', dir, '--port', String(port)]
    const run = runNode('services/cli/main.ts', args, {})
    await run.line('"control"')
    await run.line('}')
    const told = JSON.parse(run.output.join('\n')) as { gatewayUrl: string; redisUrl: string }
    expect(told.gatewayUrl).toBe(`http://127.0.0.1:${port}`)
    expect((await fetch(`${told.gatewayUrl}/ready`)).ok).toBe(true)
    const rafid = rafidIn({ RAFID_DATA_DIR: dir })
    expect((await rafid('status')).text).toMatch(/^gateway +\d+/m)
    expect((await rafid('config')).text).toMatch(new RegExp(`^REDIS_URL +${told.redisUrl} .* npm start$`, 'm'))
    const second = runNode('services/cli/main.ts', args, {})
    expect(await second.exited).toBe(78)
    expect(second.errors.join('\n')).toContain('Rafid already runs from')
    run.child.kill('SIGINT')
    expect(await run.exited).toBe(0)
    expect(await isFree(port)).toBe(true)
  } finally {
    await rm(dir, { recursive: true })
  }
})
