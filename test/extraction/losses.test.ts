import { extractArticle } from '@rafid/articles'
import { describe, expect, it } from 'vitest'

import { arabicTexts, withoutTexts } from './arabic-texts.ts'
import { boilerplateCues, labelLines, withoutLexicon } from './label-lines.ts'
import { lostSentences } from './lost-sentences.ts'
import { templates } from './page-templates.ts'

const pagesMax = 2000
const wholeShareMin = 0.995
const leakShareMax = 0.01
const absent = withoutTexts || withoutLexicon

describe.skipIf(absent !== '')(
  `real Arabic texts amid the furniture of our own pages${absent && ` (${absent})`}`,
  () => {
    it('lose no sentence, and gain no label', () => {
      const results = pagesOf(arabicTexts(), pagesMax).map(read)
      const incomplete = results.filter(({ lost }) => lost.length > 0)
      const leaking = results.filter(({ leaks }) => leaks.length > 0)
      const whole = 1 - incomplete.length / results.length
      console.log(
        `${(100 * whole).toFixed(2)} % of ${results.length} texts whole, label lines in ${((100 * leaking.length) / results.length).toFixed(2)} %`,
      )
      expect(whole, JSON.stringify(incomplete.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(wholeShareMin)
      expect(leaking.length / results.length, JSON.stringify(leaking.slice(0, 20), null, 1)).toBeLessThan(leakShareMax)
    }, 240_000)
  },
)

type Page = { template: string; seed: number; title: string; paragraphs: string[] }

/** An even sample of the texts, the templates by turns. */
function pagesOf(texts: { title: string; paragraphs: string[] }[], most: number): Page[] {
  const step = Math.max(1, Math.ceil(texts.length / most))
  const names = Object.keys(templates)
  return texts
    .filter((_, at) => at % step === 0)
    .map((text, at) => ({ ...text, seed: at, template: names[at % names.length] ?? '' }))
}

/** Labels that a text carries itself, as copies of another site's page do, are to go like those around it. */
function read(page: Page) {
  const { template, title, paragraphs, seed } = page
  const { text } = extractArticle(templates[template]?.(page) ?? '', { url: `https://wadi.example/n/${seed}` })
  const cues = boilerplateCues()
  const own = new Set(labelLines(paragraphs.join('\n'), cues).map(({ line }) => line))
  const kept = paragraphs.filter((paragraph) => !own.has(paragraph) && paragraph !== title)
  return { template, seed, lost: lostSentences(kept, text), leaks: labelLines(text, cues).map(({ line }) => line) }
}
