/** Exponentially weighted mean and variance. */
export type Spread = { mean: number; variance: number }

/** One page as it was read; null for one that was refused or held no text. */
export type PageReading = { length: number; confidence: number } | null

/** How the pages of a site are read. */
export type ExtractionProfile = {
  pages: number
  /** Those of the pages that held a text. */
  texts: number
  /** Of the logarithm of the texts' mass: halving and doubling are one distance apart from what is usual. */
  length: Spread
  confidence: Spread
  /** Share of pages without an article. */
  refused: number
}

/** The weight of a page fades over about so many later ones. */
const memoryPages = 60
/** More digits say nothing, and the state must stay small. */
const digits = 1e6

/** The profile of a site of which nothing is known. */
export function emptyProfile(): ExtractionProfile {
  const none = { mean: 0, variance: 0 }
  return { pages: 0, texts: 0, length: none, confidence: none, refused: 0 }
}

/**
 * A profile with one more page. The first pages count alike, later ones by their newness. Source: T. Finch, "Incremental
 * calculation of weighted mean and variance", 2009.
 */
export function withPage(profile: ExtractionProfile, page: PageReading): ExtractionProfile {
  const pages = profile.pages + 1
  const refused = rounded(profile.refused + ((page === null ? 1 : 0) - profile.refused) * weightOf(pages))
  if (page === null) return { ...profile, pages, refused }
  const texts = profile.texts + 1
  return {
    pages,
    texts,
    length: spreadWith(profile.length, page.length, weightOf(texts)),
    confidence: spreadWith(profile.confidence, page.confidence, weightOf(texts)),
    refused,
  }
}

function weightOf(count: number): number {
  return Math.max(1 / count, 1 / memoryPages)
}

function spreadWith({ mean, variance }: Spread, value: number, weight: number): Spread {
  const distance = value - mean
  return {
    mean: rounded(mean + weight * distance),
    variance: rounded((1 - weight) * (variance + weight * distance ** 2)),
  }
}

function rounded(value: number): number {
  return Math.round(value * digits) / digits
}
