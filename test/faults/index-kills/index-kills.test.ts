import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkFile, openReader } from '@rafid/search'
import { sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runNode } from '../../support/run-node.ts'
import type { RunningNode } from '../../support/run-node.ts'
import { until } from '../../support/until.ts'

/** RAFID_TEST_KILLS asks for more than a test run has time for. */
const kills = Number(process.env['RAFID_TEST_KILLS'] ?? 15)

/** A run writes so many articles before it is killed, the next one a few more: no kill finds the file in one state. */
const articlesAtLeast = 20
const articlesMore = 7
const articlesAtMost = 200

const perKillMs = 20_000

let dir: string
let path: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-index-kills-'))
  path = join(dir, 'index.db')
})
afterEach(() => rmSync(dir, { recursive: true }))

async function kill({ child }: RunningNode): Promise<void> {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

it(
  'loses nothing it acknowledged, and has nothing twice, however often its writers and readers are killed',
  { timeout: 60_000 + kills * perKillMs },
  async () => {
    const acknowledged = new Set<number>()
    for (let killed = 0; killed < kills; killed += 1) {
      const mode = killed % 3 === 2 ? 'reindex' : 'write'
      const from = acknowledged.size === 0 ? 0 : Math.max(...acknowledged) + 1
      const writer = runNode('test/faults/index-kills/write-index.ts', [path, String(from), mode])
      const reader = killed % 2 === 1 ? runNode('test/faults/index-kills/read-index.ts', [path]) : null
      await reader?.line('reading')
      const wanted = articlesAtLeast + ((killed * articlesMore) % articlesAtMost)
      await until(() => writer.lines.length >= wanted || writer.child.exitCode !== null, 1)
      expect(writer.child.exitCode, writer.lines.join('\n')).toBeNull()
      await Promise.all([kill(writer), ...(reader === null ? [] : [kill(reader)])])
      for (const line of writer.lines) acknowledged.add(Number(line))
      expect(checkFile(path), `after kill ${killed + 1}`).toEqual([])
    }
    await expectAll(acknowledged)
  },
)

async function expectAll(acknowledged: ReadonlySet<number>): Promise<void> {
  expect(acknowledged.size).toBeGreaterThan(kills * articlesAtLeast)
  const reader = openReader(path)
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await reader.newest({ limit: 100, cursor: cursor ?? undefined })
    for (const { id, title } of page.articles) {
      seen.push(id)
      const number = Number(id.slice(1))
      if (number % 10 === 0 && acknowledged.has(number)) expect(title).toBe(`edited ${number}`)
    }
    cursor = page.nextCursor
  }
  expect(new Set(seen).size, 'nothing is twice').toBe(seen.length)
  const there = new Set(seen)
  expect(
    [...acknowledged].filter((number) => !there.has(sampleId(number))),
    'nothing is missing',
  ).toEqual([])
  for (const number of [...acknowledged].slice(0, 50)) {
    const query = { kind: 'words', words: ['trip', String(number)] } as const
    const request = { query, order: 'relevance', collapse: 'none', limit: 1, now: new Date('2026-03-01') } as const
    expect((await reader.search(request)).articles[0]?.id, `article ${number} is found`).toBe(sampleId(number))
  }
  await reader.close()
}
