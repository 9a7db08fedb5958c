import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freePort } from '../../infra/dev/free-ports.ts'
import { createProgram } from '../../services/cli/program.ts'
import { rafidIn } from '../support/run-rafid.ts'

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

type Command = ReturnType<typeof createProgram>

type Leaf = { readonly path: readonly string[]; readonly command: Command }

function leavesOf(command: Command, path: readonly string[] = []): Leaf[] {
  const children = command.commands.filter((child) => child.name() !== 'help')
  if (children.length === 0) return [{ path, command }]
  return children.flatMap((child) => leavesOf(child, [...path, child.name()]))
}

const leaves = leavesOf(createProgram()).map((leaf) => ({ ...leaf, name: leaf.path.join(' ') }))
const sources = ['integration', 'e2e', 'faults'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, '..', folder))
    .filter((file) => file.endsWith('.test.ts') && file !== 'cli-program.test.ts')
    .map((file) => readFileSync(join(import.meta.dirname, '..', folder, file), 'utf8')),
)

it('has every command that operators are promised', () => {
  const promised = `up status top feeds|add|import|export|list|explain|poll|pause queues|list|pause|resume|drain workers
    dead|list|show|redrive|drop articles|get|reparse search reindex doctor config completion`
  const names = promised.split(/\s+/).flatMap((text) => {
    const [group = '', ...verbs] = text.split('|')
    return verbs.length === 0 ? [group] : verbs.map((verb) => `${group} ${verb}`)
  })
  expect(leaves.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
})

it.each(leaves)('$name takes --json, says what it does, and is run by a test', ({ path, command }) => {
  expect(command.options.map(({ long }) => long)).toContain('--json')
  expect(command.description().length).toBeGreaterThan(10)
  const words = path.map((word) => `'${word}'`).join(', ')
  const call = new RegExp(String.raw`[([](?:\w+, )?(?:'--json', )?${words}`)
  expect(sources.filter((source) => call.test(source))).not.toEqual([])
})

it('names the nearest command, says where help is, and ends with 64', { timeout }, async () => {
  const rafid = rafidIn({})
  const mistyped = await rafid('stauts')
  expect(mistyped.code).toBe(64)
  expect(mistyped.errors).toBe(`error: unknown command 'stauts'\n(Did you mean status?)\n("rafid --help" says more)`)
  const inGroup = await rafid('queues', 'puase', 'parse-page')
  expect(inGroup.errors).toContain('Did you mean pause?')
  expect(inGroup.errors).toContain('"rafid queues --help" says more')
  expect((await rafid('queues', 'pause', 'nothing')).errors).toContain('Allowed choices are subscribe-feed, poll-feed')
  const help = await rafid('queues', 'drain', '--help')
  expect([help.code, help.errors]).toEqual([0, ''])
  expect(help.text).toContain('--timeout <seconds>')
})

it('says in one sentence what to do where no Redis answers, and ends with 78', { timeout }, async () => {
  const url = `redis://quay:hush@127.0.0.1:${await freePort()}`
  const { code, text, errors } = await rafidIn({ REDIS_URL: url })('status')
  expect([code, text]).toEqual([78, ''])
  expect(errors).toMatch(/^rafid: Redis at redis:\/\/127\.0\.0\.1:\d+ does not answer .*: start it or set REDIS_URL\.$/)
})

it('says what is wrong with an option', { timeout }, async () => {
  const { code, errors } = await rafidIn({})('queues', 'drain', '--timeout', 'soon')
  expect(code).toBe(64)
  expect(errors).toContain('Give a whole number from 1 to 604800.')
})
