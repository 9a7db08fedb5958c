import { describe, expect, it } from 'vitest'
import { found, indexForAll, words } from './index-under-test.ts'
import type { OpenIndex } from './index-under-test.ts'
import { idOf, original, report } from './sample-news.ts'

type Pair = readonly [lang: string, text: string, query: string]

/** What is written in the article, and what a reader types who wants it. */
const pairs: readonly Pair[] = [
  ['ar', 'وصل الوفد الى کوریا الشمالیة صباحا', 'كوريا الشمالية'],
  ['ar', 'تحدث الرئيس الروسى عن الغاز', 'الروسي'],
  ['ar', 'افتتحت المدرسة الجديدة ابوابها', 'مدرسه'],
  ['ar', 'أعلنت الهيئةُ أنَّ الجسـرَ مُغلَق', 'الجسر مغلق'],
  ['ar', 'في عام ٢٠٢٤ ارتفع المؤشر', '2024'],
  ['ar', 'محـــمد يزور المستشفى', 'مُحَمَّد'],
  ['ar', 'اجتمع الوزراء في جدة', 'الوزراء'],
  ['ar', 'عقد مؤتمرا عن المناخ بحضور UNESCO أمس', 'unesco'],
  ['ar', 'باعت الشركة مصانعها', 'الشركات'],
  ['fa', 'دولت برنامه تازه‌ای برای کتاب‌ها دارد', 'كتابها'],
  ['fa', 'شهر يزد ميزبان جشنواره است', 'یزد'],
  ['ur', 'شہر میں بارش کی پیش گوئی', 'بارش'],
  ['tr', 'ISPARTA’da IŞIK şenliği başladı', 'ışık'],
  ['tr', 'İstanbul’un köprüleri kapandı', 'istanbul'],
  ['zh', '北京大学今天公布了新的研究结果', '研究结果'],
  ['zh', '台风登陆广东沿海地区', '广东'],
  ['ja', '東京都は新しい図書館を開いた', '図書館'],
  ['th', 'รัฐบาลประกาศเปิดโรงพยาบาลใหม่', 'โรงพยาบาล'],
  ['ru', 'В посёлке открылись новые библиотеки', 'библиотека'],
  ['fr', 'L’élection présidentielle aura lieu à Orléans', 'election'],
  ['de', 'Die Straße nach Gößweinstein bleibt gesperrt', 'strasse'],
  ['es', 'Los pescadores cantábricos protestan', 'cantabrico'],
  ['en', 'The fishermen were fishing near the cafés', 'cafe'],
  ['en', 'Nurses are striking over working hours', 'strikes'],
]

/** What shares a sequence of letters with a text, or looks like one of its words, and is another word. */
const strangers: readonly Pair[] = [
  ['ar', 'افتتحت المدرسة الجديدة ابوابها', 'مستشفى'],
  ['tr', 'Şehre kar yağdı', 'karar'],
  ['zh', '台风登陆广东沿海地区', '东广'],
  ['en', 'The caterpillar factory closed', 'cat'],
]

/** A reader who writes a word otherwise than the article does finds it, in every language. */
export function analysisTests(open: OpenIndex): void {
  const texts = [...pairs, ...strangers]
  describe('analysis', () => {
    const index = indexForAll(open, async ({ writer }) => {
      const puts = texts.map(([lang, text], at) => writer.put(report(at, { lang, title: '', text }), original))
      await Promise.all(puts)
    })

    it.each(pairs.map((pair, at) => [...pair, at] as const))('in %s finds «%s» by «%s»', async (_, __, query, at) => {
      expect(await found(index().reader, words(...query.split(' ')))).toContain(idOf(at))
    })

    it.each(strangers.map((pair, at) => [...pair, pairs.length + at] as const))(
      'in %s does not find «%s» by «%s»',
      async (_, __, query, at) => {
        expect(await found(index().reader, words(query))).not.toContain(idOf(at))
      },
    )
  })
}
