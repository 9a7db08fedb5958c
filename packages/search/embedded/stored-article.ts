import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { article as articleSchema, type Article, type Relation } from '@rafid/contracts'
import type { IndexedArticle } from '../article-index.ts'

/** Three times as small at a tenth of the work that the next levels take for a hundredth more. */
const compressionLevel = 1

/** An article as bytes for the index file. */
export function packArticle(article: Article): Uint8Array {
  return deflateRawSync(JSON.stringify(article), { level: compressionLevel })
}

/** Reads what `packArticle` wrote, in this release or an older one. */
export function unpackArticle(bytes: Uint8Array): Article {
  return articleSchema.parse(JSON.parse(inflateRawSync(bytes).toString()))
}

/** An article of the index with what was decided of it. */
export function indexedArticle(bytes: Uint8Array, relation: string, story: string | null): IndexedArticle {
  // Only the writer fills these columns, with what came through its schema.
  return { ...unpackArticle(bytes), relation: JSON.parse(relation) as Relation, story }
}
