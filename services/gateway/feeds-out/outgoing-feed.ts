import type { ListedArticle } from '@rafid/search'

/** A list of articles as others follow it, whatever the format. */
export type OutgoingFeed = {
  readonly title: string
  /** Where this document lies. */
  readonly selfUrl: string
  /** The page of the same list. */
  readonly pageUrl: string
  readonly entries: readonly OutgoingEntry[]
}

export type OutgoingEntry = {
  /** The canonical URL: it stays the same wherever we are served from. */
  readonly id: string
  readonly url: string
  /** The article in our own pages. */
  readonly readerUrl: string
  readonly title: string
  readonly summary: string
  readonly lang: string | null
  readonly author: string
  readonly keywords: readonly string[]
  readonly image: string | null
  readonly published: Date
  readonly updated: Date
}

/** A feed without entries was never updated; formats want a date all the same. */
const never = new Date(0)

/**
 * An article as an entry of a feed.
 *
 * @param base address that our pages are served from
 */
export function entryOf(article: ListedArticle, base: string): OutgoingEntry {
  const { id, url, title, summary, lang, author, source, keywords, image, publishedAt, updatedAt, fetchedAt } = article
  const published = new Date(publishedAt ?? fetchedAt)
  const updated = updatedAt === null ? published : new Date(updatedAt)
  return {
    id: url,
    url,
    readerUrl: `${base}/articles/${id}`,
    title: title.trim() === '' ? url : title,
    summary,
    lang,
    author: author ?? source.name,
    keywords,
    image,
    published,
    updated: updated < published ? published : updated,
  }
}

/** When a feed changed last. */
export function updatedOf({ entries }: OutgoingFeed): Date {
  return entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), never)
}
