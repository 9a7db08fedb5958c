import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { original, sampleArticle } from '@rafid/gateway/pages/sample-article.ts'
import { openReader, openWriter } from '@rafid/search'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runNode } from '../support/run-node.ts'

let dir: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-cli-index-'))
  const writer = openWriter(join(dir, 'index.db'))
  await Promise.all([1, 2, 3].map((number) => writer.put(sampleArticle(number), original)))
  await writer.close()
})
afterEach(() => rmSync(dir, { recursive: true }))

async function rafid(dataDir: string, ...args: string[]): Promise<{ code: number | null; text: string }> {
  const run = runNode('services/cli/main.ts', args, { RAFID_DATA_DIR: dataDir })
  return { code: await run.exited, text: run.lines.join('\n') }
}

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('makes the index anew, copies it and checks it', { timeout }, async () => {
  expect(await rafid(dir, 'reindex')).toEqual({ code: 0, text: '3 articles are searchable anew' })
  const copy = join(dir, 'copy.db')
  expect((await rafid(dir, 'backup', copy)).code).toBe(0)
  const reader = openReader(copy)
  expect((await reader.count()).articles).toBe(3)
  await reader.close()
  expect(await rafid(dir, 'check')).toEqual({ code: 0, text: 'the index is sound' })
})

it('says what to do where there is no index, and makes none', { timeout }, async () => {
  const nowhere = join(dir, 'nowhere')
  const { code, text } = await rafid(nowhere, 'check')
  expect(code).toBe(78)
  expect(text).toContain('set RAFID_DATA_DIR')
  expect(existsSync(nowhere)).toBe(false)
})
