import { detectLanguage } from '@rafid/text'

import { baseOf } from './absolute-url.ts'
import { articleAttribution } from './article-attribution.ts'
import { articleAuthor } from './article-author.ts'
import { articleDates } from './article-dates.ts'
import { articleKeywords } from './article-keywords.ts'
import { articleTitle } from './article-title.ts'
import { articleCanonicalUrl, articleImage } from './article-urls.ts'
import { outlineOf } from './blocks.ts'
import { bestBody } from './body-candidates.ts'
import type { ArticleHints, ExtractedArticle } from './extracted-article.ts'
import { mainText } from './main-text.ts'
import { descriptionsOf, metaOf, pageFacts } from './page-facts.ts'
import { parseHtml } from './parse-html.ts'
import { readAlso } from './read-also.ts'

/**
 * Reads an article from its page: the text without what surrounds it, and what the page says about it. Pure; never
 * throws, whatever the page holds. A page without a text gives an article with an empty one.
 *
 * @param html the page, decoded; what lies beyond five million characters is not read
 * @param options the page's address, against which its links are resolved, and what the feed said
 */
export function extractArticle(html: string, options: { url: string; hints?: ArticleHints }): ExtractedArticle {
  const { url, hints = {} } = options
  const root = parseHtml(html)
  if (root === null) return emptyArticle()
  const facts = pageFacts(root)
  const base = baseOf(url, facts.base)
  const outline = outlineOf(root)
  const guess = articleTitle(facts, [], 0, hints.title)
  const page = mainText(root, outline, {
    titles: [guess, facts.title, ...facts.headings.slice(0, 1)],
    descriptions: descriptionsOf(facts),
    body: facts.data?.body ?? null,
  })
  const firstLine = page.lines[0]?.index ?? 0
  const body = bestBody(page, facts, hints, base)
  const { publishedAt, updatedAt } = articleDates(facts, outline.blocks, firstLine, url)
  const claimed = facts.lang ?? facts.data?.lang ?? metaOf(facts, 'og:locale', 'content-language') ?? hints.lang ?? null
  return {
    title: articleTitle(facts, outline.blocks, firstLine, hints.title),
    ...body,
    lang: detectLanguage(body.text, claimed),
    author: articleAuthor(facts, outline.blocks, firstLine, hints.author),
    publishedAt: publishedAt ?? hints.publishedAt ?? null,
    updatedAt,
    image: articleImage(facts, page.pictures, base, hints.image),
    keywords: articleKeywords(facts, page.sections, hints.keywords ?? []),
    attribution: articleAttribution(page.sections, page.lines, base),
    readAlso: readAlso(page.sections, base),
    canonicalUrl: articleCanonicalUrl(facts, url),
  }
}

function emptyArticle(): ExtractedArticle {
  return {
    title: '',
    text: '',
    html: '',
    lang: null,
    author: null,
    publishedAt: null,
    updatedAt: null,
    image: null,
    keywords: [],
    attribution: null,
    readAlso: [],
    canonicalUrl: null,
    confidence: 0,
  }
}
