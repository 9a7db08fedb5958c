import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { article as articleSchema } from '@rafid/contracts'
import type { Article, Relation } from '@rafid/contracts'
import type { IndexedArticle, ListedArticle } from '../article-index.ts'
import { listed, summaryOf } from '../listed.ts'

/** Levels above take longer for next to nothing; most articles fit into one chunk of so many bytes. */
const compression = { chunkSize: 4096, params: { [constants.ZSTD_c_compressionLevel]: 1 } }

const headSchema = articleSchema.omit({ text: true, html: true })
const textsSchema = articleSchema.pick({ text: true, html: true })

/** An article as the index file holds it: what lists show as JSON, and its texts compressed. */
export type PackedArticle = { readonly head: string; readonly texts: Uint8Array }

/** What a row says of an article: its columns, as SQL over the rows `a` of articles and `d` of their data. */
export const storedColumns = `a.relation, d.head, d.article,
  (SELECT m.story_id FROM story_members m WHERE m.article_id = a.root_id) AS story`

/** The same without the texts. Rows of an older release have no head: the whole article is in their place. */
export const headColumns = storedColumns.replace('d.article', 'iif(d.head IS NULL, d.article, NULL) AS article')

export function packArticle({ text, html, ...others }: Article): PackedArticle {
  return {
    head: JSON.stringify({ ...others, summary: summaryOf(text) }),
    texts: zstdCompressSync(JSON.stringify({ text, html }), compression),
  }
}

/** Reads a row of `storedColumns`. */
export function articleOfRow(row: Record<string, unknown>): Article {
  if (row['head'] === null) return olderArticle(row['article'])
  return { ...headSchema.parse(headOf(row)), ...textsOfRow(row) }
}

/** The text and the HTML of a row of `storedColumns`. */
export function textsOfRow(row: Record<string, unknown>): Pick<Article, 'text' | 'html'> {
  if (row['head'] === null) return olderArticle(row['article'])
  return textsSchema.parse(JSON.parse(zstdDecompressSync(bytesOf(row['article'])).toString()))
}

/** Reads a row of `storedColumns` with what was decided of the article. */
export function indexedArticle(row: Record<string, unknown>): IndexedArticle {
  return { ...articleOfRow(row), ...decided(row) }
}

/** Reads a row of `headColumns`, and how many copies there are. */
export function listedArticle(row: Record<string, unknown>): ListedArticle {
  const copies = Number(row['copies'])
  if (row['head'] === null) return listed({ ...olderArticle(row['article']), ...decided(row) }, copies)
  const head = headOf(row)
  return { ...headSchema.parse(head), ...decided(row), summary: head.summary, copies }
}

/** Only the writer fills this column. */
function headOf(row: Record<string, unknown>): { readonly summary: string } {
  return JSON.parse(String(row['head'])) as { summary: string }
}

/** Only the writer fills these columns. */
function decided({ relation, story }: Record<string, unknown>): Pick<IndexedArticle, 'relation' | 'story'> {
  return { relation: JSON.parse(String(relation)) as Relation, story: typeof story === 'string' ? story : null }
}

/** Before there were heads, the whole article was deflated. */
function olderArticle(bytes: unknown): Article {
  return articleSchema.parse(JSON.parse(inflateRawSync(bytesOf(bytes)).toString()))
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError('the texts of an article are kept as bytes')
}
