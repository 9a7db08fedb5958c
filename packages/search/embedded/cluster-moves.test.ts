import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter } from '../article-index.ts'
import { copyOf, original, sampleArticle as article, sampleId as id } from '../sample-article.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

let dir: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-moves-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

const rootOf = async (number: number) => (await reader.get(id(number)))?.relation.duplicateOf ?? null
const rootsOf = (...numbers: number[]) => Promise.all(numbers.map(rootOf))

it('moves every article of a cluster, its first one included', async () => {
  for (const number of [1, 3]) await writer.put(article(number), original)
  await writer.put(article(2), copyOf(id(1)))
  await writer.put(article(4), copyOf(id(3)))
  await writer.moveCluster(id(3), id(1))
  expect(await rootsOf(1, 2, 3, 4)).toEqual([null, id(1), id(1), id(1)])
  expect((await reader.get(id(3)))?.relation.kind).toBe('duplicate')
  expect(await reader.count()).toEqual({ articles: 4, originals: 1 })
  const { articles } = await reader.newest({ limit: 10, originalsOnly: true })
  expect(articles.map((each) => each.id)).toEqual([id(1)])
})

it('counts for articles that arrive after the move, in whatever order moves and articles come', async () => {
  await writer.moveCluster(id(5), id(3))
  await writer.moveCluster(id(3), id(1))
  await writer.moveCluster(id(3), id(1))
  await writer.put(article(6), copyOf(id(5)))
  await writer.put(article(5), original)
  await writer.put(article(3), original)
  await writer.put(article(1), original)
  expect(await rootsOf(1, 3, 5, 6)).toEqual([null, id(1), id(1), id(1)])
})

it('is not led in circles', async () => {
  await writer.put(article(1), original)
  await writer.moveCluster(id(1), id(1))
  await writer.moveCluster(id(2), id(1))
  await writer.moveCluster(id(1), id(2))
  expect(await rootOf(1)).toBeNull()
})
