/** What one feed may make us hold. Everything beyond is left out, and the rest is kept. */
export const feedLimits = {
  /** Of the document; what follows is not read. */
  bytesMax: 16 * 1024 * 1024,
  /** Of a stretch of text between two tags, as written. */
  textCharsMax: 4_000_000,
  jsonDepthMax: 100,
  entriesMax: 500,
  idCharsMax: 512,
  titleCharsMax: 512,
  lineCharsMax: 1_000,
  authorCharsMax: 256,
  authorsMax: 20,
  htmlCharsMax: 500_000,
  keywordsMax: 50,
  keywordCharsMax: 200,
  attachmentsMax: 50,
  ttlMinutesMax: 7 * 24 * 60,
  hubsMax: 10,
  partsMax: 1_000,
  dateCharsMax: 120,
} as const
