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
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-stories-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

async function put(number: number, title: string, relation = original): Promise<void> {
  const at = new Date(Date.UTC(2026, 0, 1, number)).toISOString()
  await writer.put(sampleArticle(number, { title, text: `${title}.`, publishedAt: at, fetchedAt: at }), relation)
}

const tell = (number: number, storyId: string, order = 1): Promise<void> =>
  writer.setStory({ articleId: id(number), storyId, order })
const members = async (name: string) => (await reader.story(name))?.articles.map((article) => article.id)
const storyOf = async (number: number) => (await reader.get(id(number)))?.story

it('holds the members of a story, the newest first, whatever comes first', async () => {
  await tell(1, 's1')
  await put(1, 'Ferry strike begins')
  await put(2, 'Sailors walk out')
  await tell(2, 's1')
  expect(await reader.story('s1')).toMatchObject({ id: 's1', lang: 'en' })
  expect(await members('s1')).toEqual([id(2), id(1)])
  expect(await storyOf(1)).toBe('s1')
  expect(await reader.story('s9')).toBeNull()
})

it('has copies be of the story of their first, also when it changes', async () => {
  await put(1, 'Ferry strike begins')
  await put(2, 'Ferry strike begins', copyOf(id(1)))
  await put(3, 'A strike of ferries begins')
  await tell(1, 's1')
  await tell(3, 's3')
  expect(await storyOf(2)).toBe('s1')
  expect(await members('s1')).toEqual([id(1)])
  await writer.moveCluster(id(1), id(3))
  expect(await storyOf(2)).toBe('s3')
  expect(await members('s3')).toEqual([id(3)])
  expect((await reader.story('s1'))?.id).toBe('s3')
})

it('leaves another name when stories become one, for articles that come later too', async () => {
  await put(1, 'Ferry strike begins')
  await put(2, 'Sailors walk out')
  await put(3, 'Third day without ferries')
  await tell(1, 's1')
  await tell(2, 's2')
  await writer.moveStory('s2', 's1')
  await writer.moveStory('s2', 's1')
  await writer.moveStory('s1', 's2')
  await tell(3, 's2')
  expect(await members('s1')).toEqual([id(3), id(2), id(1)])
  expect((await reader.story('s2'))?.id).toBe('s1')
})

it('lets the later decision stand, whatever comes first', async () => {
  await put(1, 'Ferry strike begins')
  await tell(1, 's5', 20)
  await tell(1, 's1', 10)
  expect(await storyOf(1)).toBe('s5')
})

it('has members of the story be similar, one line a text, and others related, one of a story', async () => {
  await put(1, 'Ferry strike begins in Larnholm')
  await put(2, 'Sailors walk out over pay')
  await put(3, 'Sailors walk out over pay', copyOf(id(2)))
  await put(4, 'Larnholm ferry strike begins today')
  await put(5, 'Larnholm council discusses the ferry')
  await put(6, 'Ferry on the agenda of Larnholm council')
  for (const number of [1, 2, 4]) await tell(number, 's1')
  for (const number of [5, 6]) await tell(number, 's5')
  const own = await reader.get(id(1))
  const { similar, related } = own ? await reader.neighbours(own) : { similar: [], related: [] }
  expect(similar.map((article) => article.id)).toEqual([id(4), id(2)])
  expect(related).toHaveLength(1)
  expect(related[0]?.story).toBe('s5')
})
