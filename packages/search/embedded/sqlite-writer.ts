import type { DatabaseSync } from 'node:sqlite'
import type { Article, Relation } from '@rafid/contracts'
import { words } from '@rafid/text'
import type { ArticleWriter } from '../article-index.ts'
import { moveCluster, relationNow } from './cluster-moves.ts'
import { openDatabase } from './open-database.ts'
import { moveStory, setStory } from './stories.ts'

/**
 * Opens the embedded index for writing. Any number of processes of one machine may write: each article is one
 * transaction.
 *
 * @throws ConfigError when the file cannot be opened
 */
export function openWriter(path: string): ArticleWriter {
  const database = openDatabase(path)
  const statements = prepare(database)
  return {
    put: async (article, relation) => inTransaction(database, () => upsert(database, statements, article, relation)),
    moveCluster: async (from, to) => inTransaction(database, () => moveCluster(database, from, to)),
    setStory: async (decision) => inTransaction(database, () => setStory(database, decision)),
    moveStory: async (from, to) => inTransaction(database, () => moveStory(database, from, to)),
    retain: async () => 0,
    close: async () => database.close(),
  }
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

type Statements = ReturnType<typeof prepare>

function prepare(database: DatabaseSync) {
  return {
    known: database.prepare('SELECT rid, fetched_at AS fetchedAt FROM articles WHERE id = ?'),
    upsert: database.prepare(
      `INSERT INTO articles (id, url, title, lang, source, sort_at, fetched_at, kind, root_id, article)
       VALUES (:id, :url, :title, :lang, :source, :sortAt, :fetchedAt, :kind, :rootId, :article)
       ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, lang = excluded.lang,
         source = excluded.source, sort_at = excluded.sort_at, fetched_at = excluded.fetched_at,
         kind = excluded.kind, root_id = excluded.root_id, article = excluded.article
       RETURNING rid`,
    ),
    forgetText: database.prepare('DELETE FROM article_text WHERE rowid = ?'),
    addText: database.prepare('INSERT INTO article_text (rowid, title, body, keywords) VALUES (?, ?, ?, ?)'),
  }
}

function upsert(
  database: DatabaseSync,
  statements: Statements,
  article: Article,
  decided: Relation,
): 'added' | 'replaced' | 'stale' {
  const fetchedAt = Date.parse(article.fetchedAt)
  const known = statements.known.get(article.id)
  if (known && Number(known['fetchedAt']) >= fetchedAt) return 'stale'
  const relation = relationNow(database, article.id, decided)
  const row = statements.upsert.get({
    id: article.id,
    url: article.url,
    title: article.title,
    lang: article.lang,
    source: article.source.name,
    sortAt: sortAtOf(article, fetchedAt),
    fetchedAt,
    kind: relation.kind,
    rootId: relation.duplicateOf ?? article.id,
    article: JSON.stringify({ ...article, relation }),
  })
  const rid = Number(row?.['rid'])
  if (known) statements.forgetText.run(rid)
  statements.addText.run(rid, analysed(article.title), analysed(article.text), analysed(article.keywords.join(' ')))
  return known ? 'replaced' : 'added'
}

/** Publishers date articles in the future; an article is never newer than its fetch. */
function sortAtOf(article: Article, fetchedAt: number): number {
  return article.publishedAt === null ? fetchedAt : Math.min(Date.parse(article.publishedAt), fetchedAt)
}

/** The index holds normalised words, so its own tokenizer has nothing left to decide. */
function analysed(text: string): string {
  return words(text).join(' ')
}
