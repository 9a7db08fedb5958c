import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Relation } from '@rafid/contracts'
import { openReader, openWriter } from '@rafid/search'
import type { Doc, Peer } from './peer.ts'

export const original: Relation = { kind: 'original', duplicateOf: null, resemblance: null }

/** So many articles wait for the index at the same time, as jobs of the indexer do. */
const putAtOnce = 64

/** All documents have one date, so that age decides nothing. */
const publishedAt = '2026-01-01T00:00:00.000Z'
const now = new Date('2026-01-02T00:00:00.000Z')

/** Rafid's embedded index, through its port. */
export const rafid: Peer = {
  name: 'rafid',
  open: async (folder) => {
    const file = join(folder, 'index.db')
    const [writer, reader] = [openWriter(file), openReader(file)]
    const names = new Map<string, string>()
    return {
      add: async (docs) => {
        for (let from = 0; from < docs.length; from += putAtOnce) {
          const articles = docs.slice(from, from + putAtOnce).map((doc) => articleOf(doc))
          for (const [at, { id }] of articles.entries()) names.set(id, docs[from + at]?.id ?? id)
          await Promise.all(articles.map((article) => writer.put(article, original)))
        }
      },
      find: async ({ text, lang }, limit) => {
        const words = { kind: 'words', words: text.split(/\s+/u) } as const
        const query = { kind: 'and', parts: [words, { kind: 'field', field: 'lang', value: lang }] } as const
        const { articles } = await reader.search({ query, order: 'relevance', collapse: 'none', limit, now })
        return articles.map(({ id }) => names.get(id) ?? id)
      },
      bytes: () => statSync(file).size,
      close: async () => {
        await writer.close()
        await reader.close()
      },
    }
  },
}

/** A document as an article of the index; its title is among the queries, and not told. */
function articleOf({ id, lang, src, body }: Doc): Article {
  return makeArticle({ id: idOf(id), lang, source: src, title: '', text: body, publishedAt })
}

export function idOf(name: string): string {
  return `a${createHash('sha256').update(name).digest('hex').slice(0, 24)}`
}

/** An article with nothing but what search is about. */
export function makeArticle(parts: {
  readonly id: string
  readonly lang: string
  readonly source: string
  readonly title: string
  readonly text: string
  readonly publishedAt: string
}): Article {
  const { source, ...rest } = parts
  return {
    ...rest,
    fetchedAt: parts.publishedAt,
    url: `https://example.org/${parts.id}`,
    html: parts.text
      .split('\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join(''),
    feedId: null,
    author: null,
    updatedAt: null,
    source: { name: source, url: null },
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
  }
}
