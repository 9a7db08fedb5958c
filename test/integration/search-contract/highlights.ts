import { analyse } from '@rafid/text'
import { describe, expect, it } from 'vitest'
import { indexForAll, phrase, putAll, request, words } from './index-under-test.ts'
import type { OpenIndex } from './index-under-test.ts'
import { idOf, original, report } from './sample-news.ts'

const vocalised = 'أعلنت الهيئةُ أنَّ مدرســـةً جديدةً فُتِحت في القرية قبل ١٢ يوماً. وقال مُحَمَّد إنَّ المدرسة كبيرة.'
const long = `${'The council met again without a result. '.repeat(60)}Then the harbour strikes ended. ${'Nothing else happened. '.repeat(60)}`

/** Highlights are parts of the original text, and cover what was asked for and nothing else. */
export function highlightTests(open: OpenIndex): void {
  describe('highlights', () => {
    const index = indexForAll(open, async ({ writer }) => {
      await putAll(writer, [
        [report(1, { lang: 'ar', title: 'خبر', text: vocalised }), original],
        [report(2, { title: 'report', text: long }), original],
        [report(3, { lang: 'tr', title: 'haber', text: 'ISPARTA’da IŞIK şenliği başladı.' }), original],
        [report(4, { lang: 'ja', title: '報道', text: '東京都は新しい図書館を開いた。' }), original],
      ])
    })
    const hitOf = async (typed: string[], number: number) => {
      const { articles } = await index().reader.search(request(words(...typed)))
      const hit = articles.find(({ id }) => id === idOf(number))
      if (hit === undefined) throw new Error(`${typed.join(' ')} does not find the article`)
      return hit
    }
    const marked = (parts: readonly { text: string; hit: boolean }[]) =>
      parts.filter(({ hit }) => hit).map(({ text }) => text)

    it('cover words with marks and tatweel as a whole', async () => {
      const { snippet } = await hitOf(['مدرسه'], 1)
      expect(marked(snippet)).toContain('مدرســـةً')
      expect(marked((await hitOf(['محمد'], 1)).snippet)).toEqual(['مُحَمَّد'])
    })

    it.each([
      [['مدرسه', 'القرية'], 1],
      [['12'], 1],
      [['harbour', 'strike'], 2],
      [['ışık'], 3],
      [['図書館'], 4],
    ] as const)('of %s are the words that were asked for, on the text as it was', async (typed, number) => {
      const { id, snippet, lang } = await hitOf([...typed], number)
      const text = (await index().reader.get(id))?.text
      const wanted = new Set(analyse(typed.join(' '), lang).flatMap(({ stem, exact }) => [stem, exact]))
      expect(marked(snippet).length).toBeGreaterThan(0)
      for (const mark of marked(snippet)) {
        for (const { stem, exact } of analyse(mark, lang))
          expect(wanted.has(stem) || wanted.has(exact), mark).toBe(true)
      }
      const shown = snippet
        .map((part) => part.text)
        .join('')
        .replace(/^… /, '')
        .replace(/ …$/, '')
      expect(text).toContain(shown)
    })

    it('are found far into a long text', async () => {
      const { snippet } = await hitOf(['harbour'], 2)
      expect(marked(snippet)).toEqual(['harbour'])
      expect(snippet.map(({ text }) => text).join('').length).toBeLessThan(600)
    })

    it('of a phrase are its words', async () => {
      const { articles } = await index().reader.search(request(phrase('harbour strikes')))
      expect(articles[0] && marked(articles[0].snippet).join(' ')).toBe('harbour strikes')
    })
  })
}
