import { articleAuthor } from './article-author.ts'
import { articleDates } from './article-dates.ts'
import { articleSection } from './article-section.ts'
import { articleTitle } from './article-title.ts'
import type { Block } from './blocks.ts'
import type { ArticleHints } from './extracted-article.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { pagePlace } from './page-place.ts'
import type { Provenance } from './provenance.ts'

/** What a page says about its article beside the text. */
export type ArticleMetadata = {
  title: string
  author: string | null
  publishedAt: Date | null
  /**
   * YYYY-MM-DD on the publisher's own calendar: half past one at night in Mecca is of that day, though `publishedAt` then
   * lies on the day before in UTC.
   */
  publishedDay: string | null
  updatedAt: Date | null
  /** The section of its site, as declared or as the path on the page shows it. */
  section: string | null
  /** Where title, author and date were read, and how sure they are: null for what was not found. */
  provenance: ArticleProvenance
}

export type ArticleProvenance = { title: Provenance | null; author: Provenance | null; published: Provenance | null }

type Known = { firstLine: number; lastLine: number; url: string; hints?: ArticleHints; fetchedAt?: Date | undefined }

/**
 * Reads title, author, dates and section from what a page declares and prints.
 *
 * @param known where the text stands among the lines, the page's address, what the feed said, and when it was fetched
 */
export function articleMetadata(facts: PageFacts, blocks: Block[], known: Known): ArticleMetadata {
  const { url, hints = {}, fetchedAt } = known
  const place = pagePlace(blocks, known, { url, hints })
  const { title, provenance: titleFrom } = articleTitle(facts, place)
  const { author, provenance: authorFrom } = articleAuthor(facts, place)
  const { provenance: published, ...dates } = articleDates(facts, place, { fetchedAt, isMonthFirst: isAmerican(facts) })
  return {
    title,
    author,
    ...dates,
    section: articleSection(facts, title),
    provenance: { title: titleFrom, author: authorFrom, published },
  }
}

/** The United States write the month first. */
function isAmerican(facts: PageFacts): boolean {
  return [facts.lang, facts.data?.lang, metaOf(facts, 'og:locale')].some((lang) => /^en[-_]us/i.test(lang ?? ''))
}
