import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Relation } from '@rafid/contracts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter } from './article-index.ts'
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
afterEach(() => {
  writer.close()
  reader.close()
  rmSync(dir, { recursive: true })
})

const id = (number: number): string => `a${String(number).padStart(24, '0')}`
const article = (number: number): Article => ({
  id: id(number),
  url: `https://news.example/${number}`,
  feedId: null,
  title: `Report ${number}`,
  text: `The harbour office told of ship ${number}.`,
  html: '',
  lang: 'en',
  author: null,
  publishedAt: null,
  updatedAt: null,
  fetchedAt: '2026-01-01T00:00:00.000Z',
  source: { name: 'News', url: null },
  attribution: null,
  keywords: [],
  image: null,
  readAlso: [],
  confidence: 1,
  publishedDay: null,
  section: null,
  dateline: null,
  photoCredit: null,
  breaking: false,
  extraction: null,
})
const original: Relation = { kind: 'original', duplicateOf: null, resemblance: null }
const copyOf = (number: number): Relation => ({ kind: 'duplicate', duplicateOf: id(number), resemblance: 0.9 })
const rootOf = (number: number) => reader.get(id(number))?.relation.duplicateOf ?? null

it('moves every article of a cluster, its first one included', () => {
  for (const number of [1, 3]) writer.put(article(number), original)
  writer.put(article(2), copyOf(1))
  writer.put(article(4), copyOf(3))
  writer.moveCluster(id(3), id(1))
  expect([1, 2, 3, 4].map(rootOf)).toEqual([null, id(1), id(1), id(1)])
  expect(reader.get(id(3))?.relation.kind).toBe('duplicate')
  expect(reader.count()).toEqual({ articles: 4, originals: 1 })
  expect(reader.newest({ limit: 10, originalsOnly: true }).articles.map((each) => each.id)).toEqual([id(1)])
})

it('counts for articles that arrive after the move, in whatever order moves and articles come', () => {
  writer.moveCluster(id(5), id(3))
  writer.moveCluster(id(3), id(1))
  writer.moveCluster(id(3), id(1))
  writer.put(article(6), copyOf(5))
  writer.put(article(5), original)
  writer.put(article(3), original)
  writer.put(article(1), original)
  expect([1, 3, 5, 6].map(rootOf)).toEqual([null, id(1), id(1), id(1)])
})

it('is not led in circles', () => {
  writer.put(article(1), original)
  writer.moveCluster(id(1), id(1))
  writer.moveCluster(id(2), id(1))
  writer.moveCluster(id(1), id(2))
  expect(rootOf(1)).toBeNull()
})
