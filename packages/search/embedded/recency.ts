const halfLifeMs = 30 * 24 * 60 * 60 * 1000

/** What is left of an old article's relevance: most of it. */
const lastingShare = 0.7

/**
 * What an article's relevance is multiplied by: 1 for one of now, less the older it is.
 *
 * @param sortAtMs when it was published, in milliseconds
 */
export function recencyFactor(now: Date, sortAtMs: number): number {
  const ageMs = Math.max(0, now.getTime() - sortAtMs)
  return lastingShare + (1 - lastingShare) * 2 ** (-ageMs / halfLifeMs)
}
