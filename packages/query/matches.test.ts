import { describe, expect, it } from 'vitest'
import { matches } from './matches.ts'
import type { MatchableArticle } from './matches.ts'
import { parseQuery } from './parse-query.ts'

const now = new Date('2026-03-10T15:30:00Z')

const arabic: MatchableArticle = {
  title: 'إعادة فتح مكتبة المرفأ بعد ترميم دام عامين',
  text: 'فتحت مكتبةُ المرفأ أبوابها صباح أمس أمام القراء. وقالت المديرة إن القاعة الجديدة تتسع لمئتي قارئ سنة ٢٠٢٦.',
  lang: 'ar',
  keywords: ['مكتبات عامة'],
  author: 'سعاد المرفئي',
  source: { name: 'وكالة المرفأ للأنباء' },
  publishedAt: '2026-03-09T22:00:00.000Z',
  fetchedAt: '2026-03-10T01:00:00.000Z',
  isOriginal: true,
  story: 's1',
}
const english: MatchableArticle = {
  ...arabic,
  title: 'Ferries return to the old quay',
  text: 'The harbour master opened berth seven this morning. Economists had doubted it.',
  lang: 'en',
  keywords: ['Transport', 'port'],
  author: null,
  source: { name: 'BBC News' },
  publishedAt: null,
  isOriginal: false,
  story: null,
}
const yes = (typed: string, article: MatchableArticle): boolean => matches(parseQuery(typed, { now }).query, article)

describe('an article in Arabic answers', () => {
  it.each([
    'مكتبه المرفا',
    'المكتبة والمرفأ',
    'مكتبة في المرفأ',
    '2026',
    '"مكتبة المرفأ"',
    '«مكتبه المرفا»',
    'مكت*',
    'مطار OR مرفأ',
    'مرفأ -مطار',
    'مصدر:"وكالة المرفأ"',
    'مصدر:وكالة',
    'كاتب:سعاد',
    'وسم:"مكتبات عامة"',
    'لغة:عربي is:original',
    'story:s1',
    'on:أمس',
    'after:2026-03-09 before:2026-03-10',
    '',
  ])('%s', (typed) => expect(yes(typed, arabic)).toBe(true))

  it.each([
    'مكتبة المطار',
    '"المرفأ مكتبة"',
    '"عامين فتحت"',
    'مطا*',
    'مرفأ -مكتبة',
    'مصدر:وكا',
    'كاتب:المرفأ',
    'وسم:مكتبات',
    'lang:en',
    'story:s2',
    'before:2026-03-09',
    'after:2026-03-10',
    '-is:original',
  ])('not %s', (typed) => expect(yes(typed, arabic)).toBe(false))
})

describe('an article in English answers', () => {
  it.each([
    'harbour',
    'the harbour of',
    'econom*',
    '"harbour master"',
    'source:"bbc news"',
    'tag:PORT',
    'on:2026-03-10',
  ])('%s', (typed) => expect(yes(typed, english)).toBe(true))

  it.each(['airport', '"master harbour"', 'source:new', 'author:bbc', 'is:original', 'harbour airport'])(
    'not %s',
    (typed) => expect(yes(typed, english)).toBe(false),
  )
})
