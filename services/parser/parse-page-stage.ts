import { extractArticle } from '@rafid/articles'
import type { ArticleHints, ExtractedArticle } from '@rafid/articles'
import type { ArticleWindow, Feeds } from '@rafid/catalog'
import { deduplicateArticle, entryHints, parsePage } from '@rafid/contracts'
import type { Article, DocumentRef } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { decodeBytes } from '@rafid/encoding'
import { codeOf } from '@rafid/errors'
import { defineStage, job } from '@rafid/pipeline'
import { articleIdOf, withoutTracking } from '@rafid/urls'
import { refusalOf } from './refusal-of.ts'
import type { SiteOverrides } from './site-overrides.ts'
import type { ExtractionWatch } from './watch-extraction.ts'

export type ParsePageDeps = {
  readonly documents: FileDocuments
  readonly feeds: Feeds
  readonly overrides: SiteOverrides
  readonly watch: ExtractionWatch
  /** Numbers articles in the order in which they are told of, whoever is the first to compare them. */
  readonly window: Pick<ArticleWindow, 'expect'>
}

/** Extracts the article of a page. */
export const parsePageStage = defineStage({
  consumes: parsePage,
  emits: [deduplicateArticle],
  outcomes: ['extracted'],

  async handle(payload, { documents, feeds, overrides, watch, window }: ParsePageDeps) {
    const { url, feedId, fetchedAt } = payload
    const body = await documents.get(payload.document)
    const { text: html } = decodeBytes(body, { contentType: payload.document.contentType, kind: 'html' })
    const hints = await hintsOf(documents, payload.entry)
    const extracted = extractArticle(html, { url, hints, fetchedAt: new Date(fetchedAt), ...overrides(url) })
    // A page that nobody looked at says nothing of how its site is read.
    if (payload.withheld === undefined) await watch({ url, fetchedAt, extracted })
    const refusal = refusalOf(extracted, payload.withheld)
    if (refusal !== null) throw refusal
    const feed = feedId === null ? null : await feeds.get(feedId)
    const source = { name: feed?.title ?? new URL(url).hostname, url: feed?.siteUrl ?? new URL(url).origin }
    const article = articleOf(extracted, { url, feedId, fetchedAt, source })
    const document = await documents.putJson(article)
    await window.expect(article.id)
    return { outcome: 'extracted', emit: [job(deduplicateArticle, { articleId: article.id, document })] }
  },
})

function articleOf(
  extracted: ExtractedArticle,
  found: Pick<Article, 'url' | 'feedId' | 'fetchedAt' | 'source'>,
): Article {
  const { canonicalUrl: declared, publishedAt, updatedAt, kind, kindReason, textFrom, provenance, ...rest } = extracted
  const url = withoutTracking(declared ?? found.url)
  return {
    ...rest,
    ...found,
    url,
    id: articleIdOf(url),
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: updatedAt?.toISOString() ?? null,
    extraction: { kind, kindReason, textFrom, ...provenance },
  }
}

/** What the feed said of the page. It is evidence only, so a page whose hints are gone is read without them. */
async function hintsOf(documents: FileDocuments, entry: DocumentRef | null): Promise<ArticleHints> {
  if (entry === null) return {}
  const stored = await documents.getJson(entry).catch((error: unknown) => {
    if (codeOf(error) === 'document.missing') return null
    throw error
  })
  const hints = entryHints.safeParse(stored)
  if (!hints.success) return {}
  const { publishedAt, ...given } = hints.data
  const known = Object.entries(given).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(known), ...(publishedAt !== null && { publishedAt: new Date(publishedAt) }) }
}
