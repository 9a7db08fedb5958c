/** What one feed may make us hold. Everything beyond is left out, and the rest is kept. */
export const feedLimits = {
  entriesMax: 500,
  idCharsMax: 512,
  titleCharsMax: 512,
  authorCharsMax: 256,
  htmlCharsMax: 500_000,
  keywordsMax: 50,
  keywordCharsMax: 100,
  ttlMinutesMax: 7 * 24 * 60,
  hubsMax: 10,
} as const
