import type { DatabaseSync } from 'node:sqlite'
import type { Query } from '@rafid/query'
import { words } from '@rafid/text'
import { article as articleSchema } from '@rafid/contracts'
import type {
  ArticleReader,
  ListedArticle,
  IndexedArticle,
  IndexedStory,
  ListFilter,
  Page,
  SearchPage,
  SearchRequest,
} from '../article-index.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { chooseNeighbours } from '../choose-neighbours.ts'
import { openDatabase } from './open-database.ts'
import { snippet } from '../snippet.ts'
import { listed } from '../listed.ts'
import { storyNow } from './stories.ts'

/** No page is longer. */
const pageMax = 100

/** A query's further words are ignored. */
const queryWordsMax = 32

/** So many candidates are looked at for the neighbours of one article. */
const candidatesMax = 60

type Row = { rid: number; sortAt: number; copies: number; article: string; story: string | null }
type Parameters = Record<string, string | number>

const columns = `a.rid, a.sort_at AS sortAt, a.article,
  (SELECT m.story_id FROM story_members m WHERE m.article_id = a.root_id) AS story,
  (SELECT count(*) - 1 FROM articles c WHERE c.root_id = a.root_id) AS copies`

/**
 * Opens the embedded index for reading while others write.
 *
 * @throws ConfigError when the file cannot be opened
 */
export function openReader(path: string): ArticleReader {
  const database = openDatabase(path)
  return {
    newest: async (filter) => newest(database, filter),
    search: async (request) => search(database, request),
    facets: async () => ({ lang: [], source: [], tag: [], day: [] }),
    didYouMean: async () => null,
    get: async (id) => {
      const [row] = rowsOf(database, `SELECT ${columns} FROM articles a WHERE a.id = :id`, { id })
      return row === undefined ? null : articleOf(row)
    },
    duplicates: async (article) => duplicates(database, article),
    neighbours: async (article) => neighbours(database, article),
    story: async (id) => storyOf(database, id),
    count: async () => {
      const row = database.prepare(`SELECT count(*) AS articles, total(root_id = id) AS originals FROM articles`).get()
      return { articles: Number(row?.['articles']), originals: Number(row?.['originals']) }
    },
    close: async () => database.close(),
  }
}

function newest(database: DatabaseSync, filter: ListFilter): Page<ListedArticle> {
  const { where, parameters } = conditions(filter)
  if (filter.cursor !== undefined) {
    const [sortAt, rid] = decodeCursor('newest', filter.cursor)
    where.push('(a.sort_at, a.rid) < (:beforeAt, :beforeRid)')
    Object.assign(parameters, { beforeAt: sortAt, beforeRid: rid })
  }
  const limit = clampLimit(filter.limit)
  const sql = `SELECT ${columns} FROM articles a ${whereClause(where)} ORDER BY a.sort_at DESC, a.rid DESC LIMIT :limit`
  const rows = rowsOf(database, sql, { ...parameters, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    articles: rows.slice(0, limit).map((row) => listedRow(row)),
    nextCursor: last ? encodeCursor('newest', last.sortAt, last.rid) : null,
  }
}

function search(database: DatabaseSync, { query, limit: wanted, cursor, collapse }: SearchRequest): SearchPage {
  const terms = [...new Set(wordsOf(query).flatMap((word) => words(word)))].slice(0, queryWordsMax)
  if (terms.length === 0) return { articles: [], nextCursor: null, total: 0, totalIsExact: true }
  const [offset] = cursor === undefined ? [0] : decodeCursor('search', cursor)
  const limit = clampLimit(wanted)
  const filter: ListFilter = { limit, originalsOnly: collapse !== 'none' }
  // Every word is wanted; when no article has them all, any of them will do.
  const strict = matching(database, { terms, operator: 'AND', filter }, { limit: 1, offset: 0 }).length > 0
  const rows = matching(database, { terms, operator: strict ? 'AND' : 'OR', filter }, { limit: limit + 1, offset })
  return {
    articles: rows.slice(0, limit).map((row) => {
      const article = articleOf(row)
      return { ...listed(article, row.copies), snippet: snippet(article.text, terms) }
    }),
    nextCursor: rows.length > limit ? encodeCursor('search', offset + limit) : null,
    total: offset + rows.length,
    totalIsExact: rows.length <= limit,
  }
}

function wordsOf(query: Query): readonly string[] {
  if (query.kind === 'words') return query.words
  return query.kind === 'and' || query.kind === 'or' ? query.parts.flatMap((part) => wordsOf(part)) : []
}

type Match = { readonly terms: readonly string[]; readonly operator: 'AND' | 'OR'; readonly filter: ListFilter }

function matching(database: DatabaseSync, match: Match, page: { limit: number; offset: number }): Row[] {
  const { where, parameters } = conditions(match.filter)
  const sql = `SELECT ${columns} FROM article_text t JOIN articles a ON a.rid = t.rowid
    ${whereClause(['article_text MATCH :match', ...where])}
    ORDER BY bm25(article_text, 4.0, 1.0, 2.0), a.sort_at DESC LIMIT :limit OFFSET :offset`
  return rowsOf(database, sql, { ...parameters, ...page, match: matchExpression(match) })
}

function duplicates(database: DatabaseSync, article: IndexedArticle): ListedArticle[] {
  const root = article.relation.duplicateOf ?? article.id
  const sql = `SELECT ${columns} FROM articles a WHERE a.root_id = :root AND a.id <> :id ORDER BY a.fetched_at LIMIT ${pageMax}`
  return rowsOf(database, sql, { root, id: article.id }).map((row) => listedRow(row))
}

function neighbours(
  database: DatabaseSync,
  article: IndexedArticle,
): { similar: ListedArticle[]; related: ListedArticle[] } {
  const terms = [...new Set([...words(article.title), ...article.keywords.flatMap((keyword) => words(keyword))])]
  const members = article.story === null ? [] : membersOf(database, article.story)
  if (terms.length === 0) return chooseNeighbours(article, { members, candidates: [] })
  const page = { limit: candidatesMax, offset: 0 }
  const rows = matching(database, { terms: terms.slice(0, queryWordsMax), operator: 'OR', filter: page }, page)
  const candidates = rows.map((row) => listedRow(row))
  return chooseNeighbours(article, { members, candidates })
}

function storyOf(database: DatabaseSync, name: string): IndexedStory | null {
  const known = storyNow(database, name)
  const members = membersOf(database, known)
  const id = members.length > 0 ? known : storyOfOriginals(database, known)
  const articles = id === known ? members : membersOf(database, id)
  return articles.length === 0 ? null : { id, lang: articles[0]?.lang ?? null, articles }
}

/** Where the story went whose articles have all turned out to be copies. */
function storyOfOriginals(database: DatabaseSync, storyId: string): string {
  const sql = `SELECT o.story_id AS id FROM story_members m JOIN articles a ON a.id = m.article_id
    JOIN story_members o ON o.article_id = a.root_id WHERE m.story_id = ? AND o.story_id <> m.story_id LIMIT 1`
  return String(database.prepare(sql).get(storyId)?.['id'] ?? storyId)
}

/** Copies are not members of their own: their story is that of the first of them. */
function membersOf(database: DatabaseSync, storyId: string): ListedArticle[] {
  const sql = `SELECT ${columns} FROM story_members s JOIN articles a ON a.id = s.article_id AND a.root_id = a.id
    WHERE s.story_id = :storyId ORDER BY a.sort_at DESC, a.rid DESC LIMIT ${pageMax}`
  return rowsOf(database, sql, { storyId }).map((row) => listedRow(row))
}

function conditions(filter: ListFilter): { where: string[]; parameters: Parameters } {
  const where: string[] = []
  const parameters: Parameters = {}
  const equal = (column: string, name: string, value: string | number | undefined, operator = '='): void => {
    if (value === undefined) return
    where.push(`${column} ${operator} :${name}`)
    parameters[name] = value
  }
  equal('a.lang', 'lang', filter.lang)
  equal('a.source', 'source', filter.source)
  equal('a.sort_at', 'since', filter.since?.getTime(), '>=')
  if (filter.originalsOnly === true) where.push('a.root_id = a.id')
  return { where, parameters }
}

function whereClause(where: readonly string[]): string {
  return where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''
}

/** Quoted, every word is data: no input is FTS5 syntax. */
function matchExpression({ terms, operator }: Match): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(` ${operator} `)
}

function rowsOf(database: DatabaseSync, sql: string, parameters: Parameters): Row[] {
  // The columns are those named in the statement above.
  return database.prepare(sql).all(parameters) as unknown as Row[]
}

function listedRow(row: Row): ListedArticle {
  return listed(articleOf(row), row.copies)
}

function articleOf({ article: json, story }: Row): IndexedArticle {
  // Only the writer fills this column, with articles that came through their schema; one that has grown since then
  // gives the older ones what they lack.
  const stored = JSON.parse(json) as IndexedArticle
  return { ...stored, ...articleSchema.parse(stored), story }
}

function clampLimit(limit: number): number {
  return Math.min(Math.max(1, Math.trunc(limit)), pageMax)
}
