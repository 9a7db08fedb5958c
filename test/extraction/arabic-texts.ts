import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../../../shared/dedup/data/', import.meta.url)
export const withoutTexts = existsSync(folder) ? '' : 'skipped: ../shared/dedup is absent'

/** Shorter ones are notes, not articles. */
const articleCharsMin = 200

type ArabicText = { title: string; paragraphs: string[] }

/** The Arabic texts beside the project. */
export function arabicTexts(): ArabicText[] {
  return ['saudi', 'semeval'].flatMap((set) =>
    gunzipSync(readFileSync(new URL(`${set}/dev.docs.jsonl.gz`, folder)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): { title: string; body: string; lang: string } => JSON.parse(line))
      .filter(({ lang, body }) => lang === 'ar' && body.length >= articleCharsMin)
      .map(({ title, body }) => ({ title, paragraphs: paragraphsOf(body) })),
  )
}

function paragraphsOf(body: string) {
  return body
    .split(/\n+/)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
}
