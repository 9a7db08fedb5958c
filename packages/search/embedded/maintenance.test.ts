import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseQuery } from '@rafid/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter } from '../article-index.ts'
import { original, sampleArticle, sampleId } from '../sample-article.ts'
import { backupFile, checkFile, reindexFile } from './maintenance.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

const articles = 60

let dir: string
let path: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-maintenance-'))
  path = join(dir, 'index.db')
  writer = openWriter(path)
  reader = openReader(path)
  await Promise.all(
    Array.from({ length: articles }, (_, n) => {
      const lang = n % 3 === 0 ? 'ar' : 'en'
      return writer.put(
        sampleArticle(n, { lang, text: lang === 'ar' ? `سفينة في الميناء ${n}` : `a ferry at the quay ${n}` }),
        original,
      )
    }),
  )
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

const found = async (typed: string): Promise<number> => {
  const request = { order: 'newest', collapse: 'none', limit: 1, now: new Date('2026-02-01') } as const
  return (await reader.search({ ...request, query: parseQuery(typed, { now: request.now }).query })).total
}

/** Changes the file behind the index's back. */
const tamper = (sql: string): void => {
  const database = new DatabaseSync(path, { defensive: false })
  database.exec(sql)
  database.close()
}

describe('a reindex', () => {
  it('finds again what the text tables had lost, and changes nothing else', async () => {
    tamper(`DELETE FROM text_en WHERE rowid IN (SELECT rid FROM articles WHERE shelf = 'en' LIMIT 10)`)
    expect(await found('ferry')).toBe(30)
    expect(checkFile(path)).not.toEqual([])
    expect(await reindexFile(path, () => {})).toBe(articles)
    expect(checkFile(path)).toEqual([])
    expect([await found('ferry'), await found('السفينة')]).toEqual([40, 20])
    expect(await reader.count()).toEqual({ articles, originals: articles })
  })

  it('lets others write and read meanwhile', async () => {
    const [done] = await Promise.all([
      reindexFile(path, () => {}),
      ...Array.from({ length: 30 }, (_, n) => writer.put(sampleArticle(100 + n, { text: 'a ferry too' }), original)),
    ])
    expect(done).toBeGreaterThanOrEqual(articles)
    expect(checkFile(path)).toEqual([])
    expect(await found('ferry')).toBe(70)
  })

  it('begins by itself where another analysis made the tables, and goes on where it was left', async () => {
    await writer.close()
    tamper(`UPDATE facts SET value = 0 WHERE name = 'analysis'`)
    tamper(`DELETE FROM text_ar`)
    tamper(`UPDATE shelves SET words = 0 WHERE name = 'ar'`)
    writer = openWriter(path)
    await expect.poll(() => found('السفينة'), { timeout: 30_000 }).toBe(20)
    await expect.poll(() => checkFile(path), { timeout: 30_000 }).toEqual([])
  })
})

describe('a backup', () => {
  it('is an index of its own, complete as of its moment', async () => {
    const target = join(dir, 'copy.db')
    backupFile(path, target)
    await writer.put(sampleArticle(500), original)
    expect(checkFile(target)).toEqual([])
    const copy = openReader(target)
    expect(await copy.count()).toEqual({ articles, originals: articles })
    expect((await copy.get(sampleId(3)))?.title).toBe('headline 3')
    await copy.close()
  })

  it('overwrites nothing and makes no index where there is none', () => {
    expect(() => backupFile(path, path)).toThrow('is there already')
    const missing = join(dir, 'missing.db')
    expect(() => backupFile(missing, join(dir, 'copy.db'))).toThrow('There is no index')
    expect(existsSync(missing)).toBe(false)
    expect(() => backupFile(path, join(dir, 'no/such/folder/copy.db'))).toThrow('cannot be written')
  })
})

describe('a check', () => {
  it.each([
    [
      'an article without a text',
      `DELETE FROM text_en WHERE rowid = (SELECT min(rid) FROM articles WHERE shelf = 'en')`,
    ],
    ['an article without its data', 'DELETE FROM article_data WHERE rid = (SELECT min(rid) FROM articles)'],
    ['data of no article', 'DELETE FROM articles WHERE rid = (SELECT min(rid) FROM articles)'],
    ['a shelf that is counted wrongly', `UPDATE shelves SET articles = articles + 1 WHERE name = 'en'`],
    ['a torn text table', `DELETE FROM text_en_data WHERE id = (SELECT max(id) FROM text_en_data)`],
  ])('finds %s', (_what, sql) => {
    expect(checkFile(path)).toEqual([])
    tamper(sql)
    expect(checkFile(path)).not.toEqual([])
  })
})
