import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter } from '../article-index.ts'
import { copyOf, original, sampleArticle, sampleId as id } from '../sample-article.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

let dir: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-stories-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

function put(number: number, title: string, relation = original): void {
  const at = new Date(Date.UTC(2026, 0, 1, number)).toISOString()
  await writer.put(sampleArticle(number, { title, text: `${title}.`, publishedAt: at, fetchedAt: at }), relation)
}

const tell = (number: number, storyId: string, order = 1): void =>
  await writer.setStory({ articleId: id(number), storyId, order })
const members = (name: string) => reader.story(name)?.articles.map((article) => article.id)

it('holds the members of a story, the newest first, whatever comes first', async () => {
  tell(1, 's1')
  put(1, 'Ferry strike begins')
  put(2, 'Sailors walk out')
  tell(2, 's1')
  expect(reader.story('s1')).toMatchObject({ id: 's1', lang: 'en' })
  expect(members('s1')).toEqual([id(2), id(1)])
  expect(reader.get(id(1))?.story).toBe('s1')
  expect(reader.story('s9')).toBeNull()
})

it('has copies be of the story of their first, also when it changes', async () => {
  put(1, 'Ferry strike begins')
  put(2, 'Ferry strike begins', copyOf(id(1)))
  put(3, 'A strike of ferries begins')
  tell(1, 's1')
  tell(3, 's3')
  expect(reader.get(id(2))?.story).toBe('s1')
  expect(members('s1')).toEqual([id(1)])
  await writer.moveCluster(id(1), id(3))
  expect(reader.get(id(2))?.story).toBe('s3')
  expect(members('s3')).toEqual([id(3)])
  expect(reader.story('s1')?.id).toBe('s3')
})

it('leaves another name when stories become one, for articles that come later too', async () => {
  put(1, 'Ferry strike begins')
  put(2, 'Sailors walk out')
  put(3, 'Third day without ferries')
  tell(1, 's1')
  tell(2, 's2')
  await writer.moveStory('s2', 's1')
  await writer.moveStory('s2', 's1')
  await writer.moveStory('s1', 's2')
  tell(3, 's2')
  expect(members('s1')).toEqual([id(3), id(2), id(1)])
  expect(reader.story('s2')?.id).toBe('s1')
})

it('lets the later decision stand, whatever comes first', async () => {
  put(1, 'Ferry strike begins')
  tell(1, 's5', 20)
  tell(1, 's1', 10)
  expect(reader.get(id(1))?.story).toBe('s5')
})

it('has members of the story be similar, one line a text, and others related, one of a story', async () => {
  put(1, 'Ferry strike begins in Larnholm')
  put(2, 'Sailors walk out over pay')
  put(3, 'Sailors walk out over pay', copyOf(id(2)))
  put(4, 'Larnholm ferry strike begins today')
  put(5, 'Larnholm council discusses the ferry')
  put(6, 'Ferry on the agenda of Larnholm council')
  for (const number of [1, 2, 4]) tell(number, 's1')
  for (const number of [5, 6]) tell(number, 's5')
  const own = reader.get(id(1))
  const { similar, related } = own ? reader.neighbours(own) : { similar: [], related: [] }
  expect(similar.map((article) => article.id)).toEqual([id(4), id(2)])
  expect(related).toHaveLength(1)
  expect(related[0]?.story).toBe('s5')
})
