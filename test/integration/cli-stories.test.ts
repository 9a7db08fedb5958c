import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoryLog } from '@rafid/catalog'
import { original, sampleArticle, sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { openWriter } from '@rafid/search'
import type { StoryRecord } from '@rafid/similarity'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { runNode } from '../support/run-node.ts'

let dir: string
let redis: Redis
let prefix: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-cli-stories-'))
  redis = new Redis(inject('redisUrl'))
  prefix = `t${randomUUID().slice(0, 8)}`
  const writer = openWriter(join(dir, 'index.db'))
  for (const number of [1, 2, 3]) {
    await writer.put(sampleArticle(number), original)
    await writer.setStory({ articleId: sampleId(number), storyId: number === 3 ? 's3' : 's1', order: 1 })
  }
  await writer.close()
})
afterEach(async () => {
  redis.disconnect()
  rmSync(dir, { recursive: true })
})

async function rafid(...args: string[]): Promise<{ code: number | null; text: string }> {
  const env = { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix, RAFID_DATA_DIR: dir }
  const run = runNode('services/cli/main.ts', args, env)
  const code = await run.exited
  return { code, text: run.lines.join('\n') }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('shows a story and corrects it', { timeout }, async () => {
  const shown = await rafid('stories', 'show', 's1')
  expect(shown.code).toBe(0)
  expect(shown.text).toContain(`${sampleId(2)}  2026-01-10T08:02:00.000Z  Quay Gazette: Harbour opens berth 2`)
  expect((await rafid('stories', 'merge', 's1', 's3')).text).toBe('s3 is s1 from now on')
  const split = await rafid('--json', 'stories', 'split', 's1', sampleId(2))
  const { into } = JSON.parse(split.text) as { into: string }
  const records: StoryRecord[] = []
  for await (const { record } of new StoryLog({ redis, prefix: `{${prefix}}` }).read('en', '')) records.push(record)
  expect(records).toEqual([
    { kind: 'merge', from: 's3', to: 's1' },
    { kind: 'split', from: 's1', into, articleIds: [sampleId(2)] },
  ])
})

it('says that there is no such story', { timeout }, async () => {
  expect(await rafid('stories', 'show', 's9')).toEqual({ code: 1, text: 'rafid: there is no story s9' })
})
