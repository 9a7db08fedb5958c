import { detectLanguage } from '@rafid/text'

import { baseOf } from './absolute-url.ts'
import { articleAttribution } from './article-attribution.ts'
import { articleDateline } from './article-dateline.ts'
import { articleKeywords } from './article-keywords.ts'
import { articleMetadata } from './article-metadata.ts'
import { articlePhotoCredit } from './article-photo-credit.ts'
import { declaredTitle } from './article-title.ts'
import { articleCanonicalUrl, articleImage } from './article-urls.ts'
import { outlineWith } from './blocks.ts'
import { bestBody, type TextOrigin } from './body-candidates.ts'
import { isBreaking } from './breaking-mark.ts'
import type { ArticleHints, ExtractedArticle } from './extracted-article.ts'
import { descriptionsOf, factsReader, metaOf } from './page-facts.ts'
import { pageKind, type PageKind } from './page-kind.ts'
import type { PageInput } from './page-kind-signals.ts'
import { parseHtml } from '@rafid/html'
import { readAlso } from './read-also.ts'
import {
  mainTextWithin,
  textElements,
  withoutDropped,
  type SiteOverride,
  type UnmatchedSelector,
} from './site-override.ts'

/** The beginning of a text looks as much like an article as a whole one, and is worth less. */
const stubFactor = 0.5
/** Pages that tell nothing of the article that was to be there, not even its title. */
const strangers = new Set<PageKind>(['home', 'section', 'login', 'soft-404'])

type ExtractOptions = {
  url: string
  hints?: ArticleHints
  fetchedAt?: Date
  override?: SiteOverride
  onUnmatched?: UnmatchedSelector
}

/**
 * Reads an article from its page: the text without what surrounds it, and what the page says about it. Pure; never
 * throws, whatever the page holds. A page without a text gives an article with an empty one. Where the page turns out to
 * be another one, such as a list or an entrance, the article is what the feed carried of it, if that was its text.
 *
 * @param html the page, decoded; what lies beyond five million characters is not read
 * @param options the page's address, against which its links are resolved, what the feed said, and when the page was
 *   fetched: without it lines such as «two hours ago» are not read; what an operator says of its site
 */
export function extractArticle(html: string, options: ExtractOptions): ExtractedArticle {
  const article = readPage(html, options)
  const isNotice = article.kind === 'empty' && article.text !== '' && article.textFrom !== 'description'
  if (!strangers.has(article.kind) && !isNotice) return article
  const { url, hints = {}, fetchedAt } = options
  // A summary may stand in for a page that nobody could look behind, not for one that is gone.
  const { summaryHtml: _summary, ...full } = hints
  const fed = readPage('', { url, hints: isNotice ? hints : full, ...(fetchedAt && { fetchedAt }) })
  return fed.text === '' ? article : { ...fed, kindReason: `${fed.kindReason} ${article.kindReason}` }
}

function readPage(html: string, options: ExtractOptions): ExtractedArticle {
  const { url, hints = {}, fetchedAt, override, onUnmatched } = options
  const root = withoutDropped(parseHtml(html), override, onUnmatched)
  const reader = factsReader()
  const outline = outlineWith(root, reader.enter)
  const facts = reader.finish()
  const base = baseOf(url, facts.base)
  const guess = declaredTitle(facts, url, hints.title)
  const page = mainTextWithin(textElements(root, override, onUnmatched), root, outline, {
    titles: [guess, facts.title, ...facts.headings.slice(0, 1)],
    descriptions: descriptionsOf(facts),
    body: facts.data?.body ?? null,
  })
  const firstLine = page.lines[0]?.index ?? 0
  const dateline = articleDateline(page.lines[0]?.text ?? '')
  const body = bestBody(page, facts, hints, base)
  const lastLine = page.lines.at(-1)?.index ?? firstLine
  const metadata = articleMetadata(facts, outline.blocks, { firstLine, lastLine, url, hints, fetchedAt })
  const { kind, reason } = kindOf(body.textFrom, { url, facts, blocks: outline.blocks, lines: page.lines })
  const claimed = facts.lang ?? facts.data?.lang ?? metaOf(facts, 'og:locale', 'content-language') ?? hints.lang ?? null
  return {
    ...metadata,
    ...body,
    confidence: kind === 'paywall' ? body.confidence * stubFactor : body.confidence,
    kind,
    kindReason: reason,
    lang: detectLanguage(body.text, claimed),
    image: articleImage(facts, page.pictures, base, hints.image),
    keywords: articleKeywords(facts, page.sections, hints.keywords ?? []),
    attribution: articleAttribution(page.sections, page.lines, dateline, base),
    dateline: dateline?.place ?? null,
    photoCredit: articlePhotoCredit(outline.blocks, page.lines),
    breaking: isBreaking([...facts.headings.slice(0, 1), facts.title, hints.title ?? ''], outline.blocks, page.lines),
    readAlso: readAlso(page.sections, base),
    canonicalUrl: articleCanonicalUrl(facts, url),
  }
}

/** A text that the feed carried makes an article, unless the page is of something else altogether. */
function kindOf(textFrom: TextOrigin, page: PageInput): { kind: PageKind; reason: string } {
  const verdict = pageKind(page)
  const isNotice = verdict.kind === 'empty' && page.lines.length > 0
  if (textFrom !== 'feed' || isNotice || strangers.has(verdict.kind)) return verdict
  return { kind: 'article', reason: 'The feed carries its text.' }
}
