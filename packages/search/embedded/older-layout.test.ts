import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync } from 'node:zlib'
import { parseQuery } from '@rafid/query'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copyOf, original, sampleArticle, sampleId } from '../sample-article.ts'
import { checkFile } from './maintenance.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

const now = new Date('2026-02-01T00:00:00Z')
const articles = Array.from({ length: 50 }, (_, n) =>
  sampleArticle(n + 1, { text: `the harbour\nopened berth ${n + 1}`, html: `<p>berth ${n + 1}</p>` }),
)
const first = sampleId(1)

let dir: string
let file: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-layout-'))
  file = join(dir, 'index.db')
  const writer = openWriter(file)
  for (const [n, article] of articles.entries()) await writer.put(article, n === 1 ? copyOf(first) : original)
  await writer.close()
  layOutAsBefore()
})
afterEach(() => rmSync(dir, { recursive: true }))

/** As the release before wrote a file: articles deflated as a whole, their words beside them, an index of all roots. */
function layOutAsBefore(): void {
  const database = new DatabaseSync(file)
  database.exec(
    'CREATE TABLE data_before (rid INTEGER PRIMARY KEY, article BLOB NOT NULL, terms BLOB NOT NULL) STRICT;',
  )
  const rows = database
    .prepare('SELECT a.rid, a.id, t.terms FROM articles a JOIN article_terms t ON t.rid = a.rid')
    .all()
  const insert = database.prepare('INSERT INTO data_before VALUES (?, ?, ?)')
  for (const { rid, id, terms } of rows) {
    const article = articles.find((one) => one.id === id)
    insert.run(Number(rid), deflateRawSync(JSON.stringify(article)), terms as Uint8Array)
  }
  database.exec(`DROP TABLE article_data; DROP TABLE article_terms; DROP INDEX articles_copies;
    ALTER TABLE data_before RENAME TO article_data;
    CREATE INDEX articles_root ON articles (root_id);
    UPDATE facts SET value = 1 WHERE name = 'analysis';
    PRAGMA user_version = 4;`)
  database.close()
}

async function expectAllThere(): Promise<void> {
  const reader = openReader(file)
  expect(await reader.get(sampleId(7))).toMatchObject({ text: 'the harbour\nopened berth 7', html: '<p>berth 7</p>' })
  const list = await reader.newest({ limit: 100 })
  expect(list.articles).toHaveLength(50)
  expect(list.articles.find(({ id }) => id === first)).toMatchObject({
    summary: 'the harbour opened berth 1',
    copies: 1,
  })
  const { query } = parseQuery('harbour', { now })
  const found = await reader.search({ query, order: 'relevance', collapse: 'copies', limit: 100, now })
  expect(found.articles).toHaveLength(49)
  expect(found.articles[0]?.snippet.some(({ hit, text }) => hit && text === 'harbour')).toBe(true)
  await reader.close()
}

it('reads a file of the release before as it stands', expectAllThere)

it('has a writer lay it out anew while it works, and nothing is lost', async () => {
  const writer = openWriter(file)
  const state = new DatabaseSync(file)
  const left = (): number =>
    Number(state.prepare('SELECT count(*) AS count FROM article_data WHERE head IS NULL').get()?.['count'])
  // Every call waits behind some of it.
  while (left() > 0) await writer.moveCluster(first, first)
  state.close()
  await writer.close()
  await expectAllThere()
  expect(checkFile(file)).toEqual([])
})
