import { extractArticle } from '@rafid/articles'
import { describe, expect, it } from 'vitest'

import { arabicPages, withoutPages } from './arabic-pages.ts'
import { boilerplateCues, labelLines, withoutLexicon } from './label-lines.ts'

const leakShareMax = 0.01
const absent = withoutPages || withoutLexicon

describe.skipIf(absent !== '')(`articles of real Arabic pages${absent && ` (${absent})`}`, () => {
  it('hold no label line of the furniture around them', () => {
    const cues = boilerplateCues()
    const articles = arabicPages().map(({ id, html, url }) => ({ id, text: extractArticle(html, { url }).text }))
    const leaks = articles.flatMap(({ id, text }) => labelLines(text, cues).map(({ line }) => ({ id, line })))
    const share = new Set(leaks.map(({ id }) => id)).size / articles.length
    console.log(`label lines in ${(100 * share).toFixed(2)} % of ${articles.length} articles`)
    expect(articles.filter(({ text }) => text === '')).toEqual([])
    expect(share, JSON.stringify(leaks, null, 1)).toBeLessThan(leakShareMax)
  }, 120_000)
})
