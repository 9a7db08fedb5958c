import type { ExtractionProfile, PageReading, Spread } from './extraction-profile.ts'

/** A way in which pages are read otherwise than usual. */
export type ExtractionChange = 'shorter' | 'longer' | 'less-sure' | 'refused'

/** How the newest pages of a site compare with its usual ones. */
export type ExtractionComparison = {
  changes: ExtractionChange[]
  /** Typical length now as a multiple of the usual one; null without texts. */
  lengthRatio: number | null
  confidence: { usual: number; now: number | null }
  refused: { usual: number; now: number }
}

/** A typical text changes to less than this share of the usual length, or to more than its inverse. */
const lengthRatioMin = 0.35
/** Confidence falls by this much. */
const confidenceFallMin = 0.2
/** So much larger a share of the pages holds no article; a site that lacks it in a quarter of them anyway has no such change. */
const refusedRiseMin = 0.75
/** And by so many standard errors of the newest pages, so that what varies much must change more. */
const errorsMin = 5
/** Fewer texts have no typical length. */
const textsMin = 4

/**
 * Compares the newest pages of a site with its profile.
 *
 * @param part 1 for a change, less for what still counts as one once it has been noticed
 */
export function compareExtraction(usual: ExtractionProfile, recent: PageReading[], part = 1): ExtractionComparison {
  const texts = recent.filter((page) => page !== null)
  const compared = usual.texts >= textsMin && texts.length >= textsMin
  const length = mean(texts.map((page) => page.length))
  const confidence = mean(texts.map((page) => page.confidence))
  const refused = recent.length === 0 ? 0 : 1 - texts.length / recent.length
  const longer = length - usual.length.mean
  const lengthChange = part * leastChange(-Math.log(lengthRatioMin), usual.length, texts.length)
  const fall = part * leastChange(confidenceFallMin, usual.confidence, texts.length)
  const chance = { mean: usual.refused, variance: usual.refused * (1 - usual.refused) }
  const rise = part * leastChange(refusedRiseMin, chance, recent.length)
  const changes: ExtractionChange[] = []
  if (compared && longer <= -lengthChange) changes.push('shorter')
  if (compared && longer >= lengthChange) changes.push('longer')
  if (compared && usual.confidence.mean - confidence >= fall) changes.push('less-sure')
  if (refused - usual.refused >= rise) changes.push('refused')
  return {
    changes,
    lengthRatio: texts.length === 0 || usual.texts === 0 ? null : twoDigits(Math.exp(longer)),
    confidence: { usual: twoDigits(usual.confidence.mean), now: texts.length === 0 ? null : twoDigits(confidence) },
    refused: { usual: twoDigits(usual.refused), now: twoDigits(refused) },
  }
}

function leastChange(least: number, { variance }: Spread, pages: number): number {
  return Math.max(least, errorsMin * Math.sqrt(variance / Math.max(1, pages)))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

function twoDigits(value: number): number {
  return Math.round(100 * value) / 100
}
