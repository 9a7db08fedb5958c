import type { Topic } from './articles/draft.ts'
import type { Publisher, PublisherId } from './publishers.ts'

/** An article as it stands on a publisher's page. */
export type Article = {
  /** Counts up over the whole newsroom; every address carries it. */
  number: number
  publisher: Publisher
  topic: Topic
  title: string
  byline: string
  tags: readonly string[]
  paragraphs: readonly string[]
  publishedAt: Date
  modifiedAt: Date
  /** The agency report this is a wire copy of. */
  original?: Article
  /** The earlier article on the same event that this one carries further. */
  updates?: Article
}

/**
 * The path and query under which the publisher serves the article. Each publisher builds its addresses its own way, but
 * none from the date: a newsroom started again has the same articles at the same addresses.
 */
export function articlePath(article: Article): string {
  return pathBuilders[article.publisher.id](article)
}

const pathBuilders: Record<PublisherId, (article: Article) => string> = {
  baydar: ({ topic, number, title }) => `/news/${topic}/${number}/${slugOf(title)}`,
  rawasi: ({ number }) => `/story.php?id=${number}`,
  suhul: ({ number }) => `/index.php?page=article&id=${number}`,
  qanadil: ({ number }) => `/a/${number}`,
  larkmoor: ({ number, title }) => `/wire/${slugOf(title)}-${number}`,
  tidewick: ({ topic, number, title }) => `/${topic}/${slugOf(title)}-${number}.html`,
}

/** The number of the article a path and query ask for, or undefined if they do not look like an article of the publisher. */
export function articleNumberIn(path: string, publisher: PublisherId): number | undefined {
  const found = numberPatterns[publisher].exec(path)?.[1]
  return found === undefined ? undefined : Number(found)
}

// Slugs and tracking parameters are not compared: publishers answer to the number alone.
const numberPatterns: Record<PublisherId, RegExp> = {
  baydar: /^\/news\/[a-z]+\/(\d{1,9})\//,
  rawasi: /^\/story\.php\?(?:[^#]*&)?id=(\d{1,9})(?:&|$)/,
  suhul: /^\/index\.php\?(?:[^#]*&)?id=(\d{1,9})(?:&|$)/,
  qanadil: /^\/a\/(\d{1,9})(?:\?|$)/,
  larkmoor: /^\/wire\/[^?]*-(\d{1,9})(?:\?|$)/,
  tidewick: /^\/[a-z]+\/[^?]*-(\d{1,9})\.html(?:\?|$)/,
}

const slugCharactersMax = 60

function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, slugCharactersMax)
  return encodeURIComponent(words.replaceAll(/^-+|-+$/g, ''))
}
