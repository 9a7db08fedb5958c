/** What one robots.txt says to one crawler. Plain data: it is kept as JSON. */
export type RobotsRules = {
  /** Path patterns in the form in which paths are compared. */
  readonly allow: readonly string[]
  readonly disallow: readonly string[]
  /** Distance between two requests that the host asks for, in milliseconds; null when it does not. */
  readonly crawlDelayMs: number | null
}

/** The rules of a host without a robots.txt. */
export const allowAll: RobotsRules = { allow: [], disallow: [], crawlDelayMs: null }

/** How much of a robots.txt counts. */
export const robotsLimits = {
  /** RFC 9309, section 2.5: at least 500 kibibytes are read. */
  charsMax: 500 * 1024,
  rulesMax: 2_000,
  patternCharsMax: 2_000,
}
