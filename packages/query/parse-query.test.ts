import { describe, expect, it } from 'vitest'
import { parseQuery, queryCharsMax, queryPartsMax } from './parse-query.ts'
import type { Query, QueryField } from './query.ts'

const now = new Date('2026-03-10T15:30:00Z')
const parse = (typed: string): Query => parseQuery(typed, { now }).query
const codes = (typed: string): string[] => parseQuery(typed, { now }).remarks.map(({ code }) => code)

const words = (...list: string[]): Query => ({ kind: 'words', words: list })
const phrase = (text: string): Query => ({ kind: 'phrase', text })
const field = (name: QueryField, value: string): Query => ({ kind: 'field', field: name, value })
const all = (...parts: Query[]): Query => ({ kind: 'and', parts })
const any = (...parts: Query[]): Query => ({ kind: 'or', parts })
const not = (part: Query): Query => ({ kind: 'not', part })

describe('words, phrases and operators', () => {
  it.each<[string, Query]>([
    ['', { kind: 'all' }],
    ['  كوريا   الشمالية ', words('كوريا', 'الشمالية')],
    ['"north korea"', phrase('north korea')],
    ['«مجلس الأمن»', phrase('مجلس الأمن')],
    ['»مجلس الأمن«', phrase('مجلس الأمن')],
    ['„Der Hafen“ öffnet', all(phrase('Der Hafen'), words('öffnet'))],
    ['「東京 都」', phrase('東京 都')],
    ['a AND b', all(words('a'), words('b'))],
    ['a OR b', any(words('a'), words('b'))],
    ['a | b', any(words('a'), words('b'))],
    ['a|b', any(words('a'), words('b'))],
    ['a b OR c AND d', any(words('a', 'b'), all(words('c'), words('d')))],
    ['(a OR b) c', all(any(words('a'), words('b')), words('c'))],
    ['a NOT b', all(words('a'), not(words('b')))],
    ['a -b -"c d" -(e OR f)', all(words('a'), not(words('b')), not(phrase('c d')), not(any(words('e'), words('f'))))],
    ['NOT NOT a', words('a')],
    ['a "x" b', all(words('a', 'b'), phrase('x'))],
    ['budget (2026) passed', words('budget', '2026', 'passed')],
    ['econom*', { kind: 'prefix', text: 'econom' }],
    ['東*', { kind: 'prefix', text: '東' }],
    ['is:original', { kind: 'original' }],
    ['نوع:أصلي', { kind: 'original' }],
  ])('%s', (typed, query) => {
    expect(parse(typed)).toEqual(query)
    expect(codes(typed)).toEqual([])
  })

  it.each(['rock and roll', 'الحرب و السلام', 'هذا أو ذاك', 'ليس الآن', 'not now'])(
    '%s is words and nothing else: operators are capitals and signs',
    (typed) => expect(parse(typed)).toEqual(words(...typed.split(' '))),
  )

  it.each<[string, string[]]>([
    ['state-of-the-art', ['state-of-the-art']],
    ['one - two', ['one', 'two']],
    ['one -- two -> three', ['one', 'two', 'three']],
    ['http://example.org/a', ['http://example.org/a']],
    ['note: this', ['note:', 'this']],
    ['source: ministry', ['source:', 'ministry']],
    ['5" screen', ['5"', 'screen']],
    ['צה"ל', ['צה"ל']],
    ['is:blue', ['is:blue']],
    ['is:original*', ['is:original*']],
    ['well-known*', ['well-known*']],
    ['\u200fمرفأ\u200e', ['مرفأ']],
  ])('%s is words', (typed, list) => {
    expect(parse(typed)).toEqual(words(...list))
    expect(codes(typed)).toEqual([])
  })
})

describe('fields', () => {
  it.each<[string, Query]>([
    ['source:"BBC News"', field('source', 'BBC News')],
    ['SOURCE:bbc', field('source', 'bbc')],
    ['مصدر:«وكالة المرفأ»', field('source', 'وكالة المرفأ')],
    ['المصدر：الجزيرة', field('source', 'الجزيرة')],
    ['كاتب:سعاد', field('author', 'سعاد')],
    ['وسم:اقتصاد', field('tag', 'اقتصاد')],
    ['story:s0', field('story', 's0')],
    ['lang:AR', field('lang', 'ar')],
    ['lang:arabic', field('lang', 'ar')],
    ['لغة:عربي', field('lang', 'ar')],
    ['لُغة:العربية', field('lang', 'ar')],
    ['لغة:الإنجليزية', field('lang', 'en')],
    ['lang:Français', field('lang', 'fr')],
    ['lang:deutsch', field('lang', 'de')],
    ['lang:klingon', field('lang', 'klingon')],
  ])('%s', (typed, query) => {
    expect(parse(typed)).toEqual(query)
  })

  it('has no field without a value', () => {
    expect(parse('source:"" a')).toEqual(words('a'))
  })
})

describe('dates', () => {
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
  it.each([
    ['2026-01-31', '2026-01-31', '2026-02-01'],
    ['31/1/2026', '2026-01-31', '2026-02-01'],
    ['٣١/١/٢٠٢٦', '2026-01-31', '2026-02-01'],
    ['2026-01', '2026-01-01', '2026-02-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['today', '2026-03-10', '2026-03-11'],
    ['yesterday', '2026-03-09', '2026-03-10'],
    ['أمس', '2026-03-09', '2026-03-10'],
    ['7d', '2026-03-03', '2026-03-04'],
    ['2w', '2026-02-24', '2026-02-25'],
    ['"3 days ago"', '2026-03-07', '2026-03-08'],
    ['3 days ago', '2026-03-07', '2026-03-08'],
    ['"منذ أسبوع"', '2026-03-03', '2026-03-04'],
    ['منذ أسبوع', '2026-03-03', '2026-03-04'],
    ['"last month"', '2026-02-01', '2026-03-01'],
    ['"الشهر الماضي"', '2026-02-01', '2026-03-01'],
    ['"last week"', '2026-03-03', '2026-03-10'],
    ['"هذا العام"', '2026-01-01', '2027-01-01'],
    ['يناير', '2026-01-01', '2026-02-01'],
    ['december', '2025-12-01', '2026-01-01'],
    ['"كانون الثاني 2025"', '2025-01-01', '2025-02-01'],
    ['31 January 2025', '2025-01-31', '2025-02-01'],
    ['31 يناير', '2026-01-31', '2026-02-01'],
    ['"March 11"', '2025-03-11', '2025-03-12'],
    ['3-days-ago', '2026-03-07', '2026-03-08'],
    ['a week ago', '2026-03-03', '2026-03-04'],
  ])('on:%s is from %s up to %s', (value, from, to) => {
    expect(parse(`on:${value}`)).toEqual({ kind: 'time', after: day(from), before: day(to) })
    expect(parse(`بعد:${value}`)).toEqual({ kind: 'time', after: day(from), before: null })
    expect(parse(`قبل:${value}`)).toEqual({ kind: 'time', after: null, before: day(from) })
  })

  it('can be moments', () => {
    expect(parse('after:6h')).toEqual({ kind: 'time', after: new Date('2026-03-10T09:30:00Z'), before: null })
    expect(parse('after:"2 hours ago"')).toEqual({
      kind: 'time',
      after: new Date('2026-03-10T13:30:00Z'),
      before: null,
    })
    expect(parse('after:2026-01-31T10:20:30Z')).toEqual({
      kind: 'time',
      after: new Date('2026-01-31T10:20:30Z'),
      before: null,
    })
  })

  it('are days of the time zone of who asks', () => {
    expect(parseQuery('on:2026-01-31', { now, timeZone: 'Asia/Riyadh' }).query).toEqual({
      kind: 'time',
      after: new Date('2026-01-30T21:00:00Z'),
      before: new Date('2026-01-31T21:00:00Z'),
    })
    const late = { now: new Date('2026-03-10T22:00:00Z'), timeZone: 'Asia/Riyadh' }
    expect(parseQuery('after:today', late).query).toMatchObject({ after: new Date('2026-03-10T21:00:00Z') })
  })

  it('leave the words around them alone, and narrow each other', () => {
    expect(parse('after:31 January 2025 harbour')).toEqual(
      all({ kind: 'time', after: day('2025-01-31'), before: null }, words('harbour')),
    )
    expect(parse('after:yesterday 2025')).toEqual(
      all({ kind: 'time', after: day('2026-03-09'), before: null }, words('2025')),
    )
    expect(parse('after:2026-01-01 before:2026-02-01 after:2025-01-01')).toEqual({
      kind: 'time',
      after: day('2026-01-01'),
      before: day('2026-02-01'),
    })
  })

  it.each(['after:soon the harbour', 'after:soon harbour yesterday'])(
    'that are none are told, and the words stay: %s',
    (typed) => {
      const { query, remarks } = parseQuery(typed, { now })
      expect(query).toEqual(words(...typed.split(' ').slice(1)))
      expect(remarks).toEqual([{ code: 'unknown-date', piece: 'after:soon' }])
    },
  )

  it('that are none are no words', () => {
    expect(parse('after:soon')).toEqual({ kind: 'all' })
  })
})

describe('what is not right', () => {
  it.each<[string, Query, string[]]>([
    ['"north korea', words('north', 'korea'), ['unclosed-quote']],
    ['«كوريا الشمالية', words('كوريا', 'الشمالية'), ['unclosed-quote']],
    ['(a OR b', any(words('a'), words('b')), ['unbalanced-parenthesis']],
    ['a) b', words('a', 'b'), ['unbalanced-parenthesis']],
    ['a OR', words('a'), ['dangling-operator']],
    ['OR a', words('a'), ['dangling-operator']],
    ['a AND OR b', any(words('a'), words('b')), ['dangling-operator']],
    ['AND', { kind: 'all' }, ['dangling-operator']],
    ['a NOT', words('a'), ['dangling-operator']],
    ['a*', words('a*'), ['short-prefix']],
    ['()', { kind: 'all' }, ['no-words']],
    ['؟!…', { kind: 'all' }, ['no-words']],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, words('a'), ['too-deep']],
  ])('%s is understood all the same', (typed, query, expected) => {
    expect(parse(typed)).toEqual(query)
    expect(codes(typed)).toContain(expected[0])
  })

  it('is cut where it is too long, and told in short pieces', () => {
    const { query, remarks } = parseQuery('word '.repeat(1_000), { now })
    expect(query).toMatchObject({ kind: 'words', words: Array.from({ length: queryPartsMax }, () => 'word') })
    expect(remarks.map(({ code }) => code)).toEqual(['too-long', 'too-long'])
    for (const { piece } of remarks) expect(piece.length).toBeLessThan(100)
    expect(parseQuery('x'.repeat(queryCharsMax + 1), { now }).remarks).toHaveLength(1)
  })

  it('takes no longer than what is right', () => {
    for (const piece of ['"', '«a ', '(', 'a OR ', 'NOT ', '-', 'after:3 ', '\u064b', 'source:"', ')(', 'م*'])
      expect(parse(piece.repeat(200_000))).toBeDefined()
  })
})
