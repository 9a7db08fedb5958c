import { watchDrift } from '@rafid/articles'
import type { DriftVerdict, ExtractedArticle } from '@rafid/articles'
import type { ExtractionHistory } from '@rafid/catalog'
import type { ExtractionState } from '@rafid/contracts'
import type { ServiceContext } from '@rafid/service'
import { siteKey } from '@rafid/urls'
import { refusalOf, type ReadText } from './refusal-of.ts'

/** A page after its extraction, before it is refused or not. */
export type ReadPage = {
  readonly url: string
  readonly fetchedAt: string
  readonly extracted: ReadText & Pick<ExtractedArticle, 'confidence'>
}

/** Told of every page after its extraction. */
export type ExtractionWatch = (page: ReadPage) => Promise<void>

type WatchDeps = {
  readonly history: ExtractionHistory
  readonly log: { warn(fields: object, message: string): void; info(fields: object, message: string): void }
  readonly metrics: Pick<ServiceContext<never>['metrics'], 'extractionDrifts'>
}

/** Compares each page with the history of its site and says when a site drifts, once, and when it no longer does. */
export function extractionWatch({ history, log, metrics }: WatchDeps): ExtractionWatch {
  return async ({ url, fetchedAt, extracted }) => {
    const site = siteKey(new URL(url))
    const article = refusalOf(extracted) === null ? extracted : null
    const seen = await history.update<DriftVerdict>(site, (before) => watchDrift(before, article, new Date(fetchedAt)))
    if (seen?.verdict === 'began') tell(site, seen.state)
    if (seen?.verdict === 'as-before' || seen?.verdict === 'settled') {
      log.info({ site, how: seen.verdict }, 'extraction no longer drifts')
    }
  }

  function tell(site: string, { drift }: ExtractionState): void {
    for (const change of drift?.changes ?? []) metrics.extractionDrifts.inc({ change })
    log.warn({ site, ...drift }, 'extraction drifts: a redesign? see RAFID_EXTRACTION_OVERRIDES')
  }
}
