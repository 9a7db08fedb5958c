import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseQuery } from '@rafid/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleReader } from '../article-index.ts'
import { copyOf, original, sampleArticle as article, sampleId as id } from '../sample-article.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-writing-'))
  file = join(dir, 'index.db')
})
afterEach(() => rmSync(dir, { recursive: true }))

async function titlesOf(reader: ArticleReader, typed: string): Promise<string[]> {
  const now = new Date('2026-02-01T00:00:00Z')
  const { query } = parseQuery(typed)
  const { articles } = await reader.search({ query, order: 'newest', collapse: 'none', limit: 100, now })
  return articles.map(({ title }) => title)
}

it('makes one write of many calls, each with its own result', async () => {
  const writer = openWriter(file)
  const reader = openReader(file)
  const calls = Array.from({ length: 100 }, (_, n) => writer.put(article((n % 50) + 1), original))
  const results = await Promise.all(calls)
  expect(results.filter((result) => result === 'added')).toHaveLength(50)
  expect(results.filter((result) => result === 'stale')).toHaveLength(50)
  expect(await reader.count()).toEqual({ articles: 50, originals: 50 })
  await writer.close()
  await reader.close()
})

it('lets the calls beside one that fails stand', async () => {
  const writer = openWriter(file)
  // A date that is none cannot be kept.
  const broken = writer.put(article(2, { fetchedAt: 'never' }), original)
  const [first, second, third] = await Promise.allSettled([
    writer.put(article(1), original),
    broken,
    writer.put(article(3), original),
  ])
  expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await writer.close()
  const reader = openReader(file)
  expect(await reader.count()).toEqual({ articles: 2, originals: 2 })
  await reader.close()
})

it('finishes what it was told before it closes', async () => {
  const writer = openWriter(file)
  const calls = Array.from({ length: 30 }, (_, n) => writer.put(article(n + 1), original))
  await writer.close()
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['added']))
})

it('moves an article to its new language and date, and leaves nothing of it behind', async () => {
  const writer = openWriter(file)
  const reader = openReader(file)
  await writer.put(article(1, { title: 'harbour', keywords: ['Pay'] }), original)
  await writer.put(article(2, { title: 'harbour wall' }), original)
  const changed = {
    lang: 'de',
    title: 'Hafen',
    publishedAt: '2025-01-01T00:00:00.000Z',
    fetchedAt: '2026-02-02T00:00:00.000Z',
  }
  expect(await writer.put(article(1, changed), original)).toBe('replaced')
  expect(await titlesOf(reader, 'harbour')).toEqual(['harbour wall'])
  expect(await titlesOf(reader, 'hafen')).toEqual(['Hafen'])
  expect((await reader.newest({ limit: 5 })).articles.map(({ title }) => title)).toEqual(['harbour wall', 'Hafen'])
  await writer.close()
  await reader.close()
})

describe('forgetting', () => {
  it('takes what is too old and what is too much, and keeps young copies', async () => {
    const writer = openWriter(file)
    const reader = openReader(file)
    for (let n = 1; n <= 450; n += 1) await writer.put(article(n, { title: `harbour ${n}` }), original)
    await writer.put(article(500, { title: 'young copy of a harbour' }), copyOf(id(1)))
    expect(await writer.retain({ since: new Date(Date.UTC(2026, 0, 1, 0, 441)), articlesMax: null })).toBe(440)
    expect(await writer.retain({ since: null, articlesMax: 4 })).toBe(7)
    expect(await writer.retain({ since: null, articlesMax: null })).toBe(0)
    expect(await titlesOf(reader, 'harbour')).toEqual([
      'young copy of a harbour',
      'harbour 450',
      'harbour 449',
      'harbour 448',
    ])
    expect((await reader.get(id(500)))?.relation.duplicateOf).toBe(id(1))
    expect(await reader.get(id(1))).toBeNull()
    await writer.close()
    await reader.close()
  })
})

describe('a file of an older release', () => {
  function layOutOldFile(): void {
    const database = new DatabaseSync(file)
    database.exec(`
      CREATE TABLE articles (rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL, title TEXT NOT NULL, lang TEXT,
        source TEXT NOT NULL, sort_at INTEGER NOT NULL, fetched_at INTEGER NOT NULL, kind TEXT NOT NULL, root_id TEXT NOT NULL,
        article TEXT NOT NULL) STRICT;
      CREATE INDEX articles_newest ON articles (sort_at DESC, rid DESC);
      CREATE INDEX articles_root ON articles (root_id);
      CREATE VIRTUAL TABLE article_text USING fts5(title, body, keywords, content='', contentless_delete=1, tokenize='ascii');
      CREATE TABLE cluster_moves (from_id TEXT PRIMARY KEY, to_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO cluster_moves VALUES ('${id(3)}', '${id(2)}');
      CREATE TABLE story_members (article_id TEXT PRIMARY KEY, story_id TEXT NOT NULL, decision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX story_members_story ON story_members (story_id);
      INSERT INTO story_members VALUES ('${id(1)}', 's1', 7);
      CREATE TABLE story_moves (from_id TEXT PRIMARY KEY, to_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
      PRAGMA user_version = 3;`)
    const insert = database.prepare('INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    for (let n = 1; n <= 90; n += 1) {
      const { breaking: _, ...one } = article(n, { title: `harbour ${n}` })
      const at = Date.parse(one.publishedAt ?? '')
      const json = JSON.stringify({ ...one, relation: original })
      insert.run(
        one.id,
        one.url,
        one.title,
        one.lang,
        'Source',
        at,
        Date.parse(one.fetchedAt),
        'original',
        one.id,
        json,
      )
    }
    database.close()
  }

  /** Resolves when all that was left of the old file is brought over: every call waits behind some of it. */
  async function broughtOver(reader: ArticleReader, articles: number): Promise<void> {
    const writer = openWriter(file)
    while ((await reader.count()).articles < articles) await writer.moveCluster(id(1), id(1))
    await writer.close()
  }

  it('keeps its articles, their clusters and stories, and finds them', async () => {
    layOutOldFile()
    const reader = openReader(file)
    await broughtOver(reader, 90)
    expect(await reader.count()).toEqual({ articles: 90, originals: 89 })
    expect(await titlesOf(reader, 'harbour')).toHaveLength(90)
    expect(await reader.get(id(1))).toMatchObject({ title: 'harbour 1', story: 's1', breaking: false })
    expect((await reader.get(id(3)))?.relation.duplicateOf).toBe(id(2))
    await reader.close()
  })

  it('goes on where it was left, and what has arrived meanwhile stands', async () => {
    layOutOldFile()
    const first = openWriter(file)
    const newer = article(5, { title: 'corrected', fetchedAt: '2026-02-02T00:00:00.000Z' })
    expect(await first.put(newer, original)).toBe('added')
    await first.close()
    const reader = openReader(file)
    await broughtOver(reader, 90)
    expect((await reader.get(id(5)))?.title).toBe('corrected')
    expect(await reader.count()).toEqual({ articles: 90, originals: 89 })
    await reader.close()
  })
})

it('passes the checks of SQLite and of its text tables after all kinds of writing', async () => {
  const writer = openWriter(file)
  const langs = ['ar', 'en', 'de', null, 'not a code']
  for (let n = 1; n <= 60; n += 1) {
    await writer.put(
      article((n % 40) + 1, { lang: langs[n % 5] ?? null, fetchedAt: `2026-02-0${(n % 9) + 1}T00:00:00.000Z` }),
      original,
    )
  }
  await writer.moveCluster(id(2), id(1))
  await writer.retain({ since: null, articlesMax: 30 })
  await writer.close()
  const database = new DatabaseSync(file)
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  for (const shelf of ['ar', 'en', 'de', 'und']) {
    database.exec(`INSERT INTO text_${shelf}(text_${shelf}) VALUES ('integrity-check')`)
    const rows = Number(database.prepare('SELECT articles FROM shelves WHERE name = ?').get(shelf)?.['articles'])
    expect(rows).toBe(
      Number(database.prepare('SELECT count(*) AS count FROM articles WHERE shelf = ?').get(shelf)?.['count']),
    )
    expect(rows).toBe(Number(database.prepare(`SELECT count(*) AS count FROM text_${shelf}_docsize`).get()?.['count']))
  }
  database.close()
})
