import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseQuery, type Query } from '@rafid/query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter } from '../article-index.ts'
import { original, sampleArticle } from '../sample-article.ts'
import { openReader } from './sqlite-reader.ts'
import { openWriter } from './sqlite-writer.ts'

let dir: string
let writer: ArticleWriter
let reader: ArticleReader
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-arabic-'))
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
})
afterEach(async () => {
  await writer.close()
  await reader.close()
  rmSync(dir, { recursive: true })
})

async function put(...texts: string[]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    await writer.put(sampleArticle(at + 1, { lang: 'ar', title: 'خبر', text }), original)
  }
}

async function search(query: string | Query) {
  const now = new Date('2026-02-01T00:00:00Z')
  const tree = typeof query === 'string' ? parseQuery(query, { now }).query : query
  const { articles } = await reader.search({ query: tree, order: 'relevance', collapse: 'none', limit: 10, now })
  return articles
}

const texts = async (query: string | Query) =>
  Promise.all((await search(query)).map(async ({ id }) => (await reader.get(id))?.text))
const marked = async (query: string | Query) =>
  (await search(query)).flatMap(({ snippet }) => snippet.filter(({ hit }) => hit).map(({ text }) => text))

describe('an Arabic word is found', () => {
  it.each([
    ['كوريا الشمالية', 'أجرت کوریا الشمالیة تجربة جديدة'],
    ['الروسي', 'وصل الوفد الروسى إلى العاصمة'],
    ['مدرسه', 'فتحت المدرسة أبوابها'],
    ['مدرسة', 'بمدرسة القرية'],
    ['الوزير', 'قال وزير النقل'],
    ['وزير', 'خطة للوزير الجديد'],
    ['2024', 'في عام ٢٠٢٤ بدأت الأعمال'],
    ['٢٠٢٤', 'في عام 2024 بدأت الأعمال'],
    ['محمد', 'قال مُحَمَّدٌ إنه سيعود'],
    ['مُحَمَّد', 'قال محمد إنه سيعود'],
    ['الحكومة', 'أعلنت الحكـــومة خطتها'],
    ['إسرائيل', 'بين اسرائيل وجيرانها'],
    ['iPhone', 'تعرض الشركة هاتف iPhone الجديد'],
    ['covid-19', 'لقاح COVID-19 في المدارس'],
    ['ﻻعب', 'انتقل لاعب الفريق'],
  ])('«%s» in «%s»', async (query, text) => {
    await put('نص آخر لا يقول شيئا عن ذلك', text)
    expect(await texts(query)).toEqual([text])
  })

  it('but not for a word that only looks like it', async () => {
    await put('شربوا ماء البئر', 'ما حدث بعد ذلك')
    expect(await texts('ماء')).toEqual(['شربوا ماء البئر'])
  })
})

describe('in Arabic text', () => {
  it('a broken plural puts an article before others', async () => {
    await put('زارت اللجنة مدرسة القرية وتحدثت عن النوافذ', 'زارت اللجنة مدرسة القرية وتحدثت عن المدارس')
    const [first] = await texts('مدرسة القرية')
    expect(first).toContain('المدارس')
  })

  it('a phrase in quotes is in this order and in these forms', async () => {
    await put('عاد المنتخب الوطني إلى البلاد', 'منتخب وطني جديد', 'الوطني المنتخب', 'المنتخب الجديد الوطني')
    expect(await texts({ kind: 'phrase', text: 'المُنتخب الوطنى' })).toEqual(['عاد المنتخب الوطني إلى البلاد'])
    expect(await texts({ kind: 'phrase', text: 'منتخب وطني' })).toEqual(['منتخب وطني جديد'])
  })

  it('words in guillemets, beside Latin names and dates, are words', async () => {
    const text = 'قالت «رويترز» إن شركة (Apple) ستعلن في 12/03/2026، بحسب "المصدر"'
    await put(text, 'نص آخر')
    for (const query of ['رويترز', 'apple', 'المصدر', 'Apple رويترز']) expect(await texts(query), query).toEqual([text])
    expect(await texts({ kind: 'phrase', text: '12/03/2026' })).toEqual([text])
  })

  it('the beginning of a word finds it, also behind its article', async () => {
    await put('قال الانتخابات قريبة', 'انتخب المجلس رئيسه', 'انتظر الناس')
    expect((await texts({ kind: 'prefix', text: 'انتخ' })).toSorted()).toEqual([
      'انتخب المجلس رئيسه',
      'قال الانتخابات قريبة',
    ])
  })
})

describe('what is marked in Arabic text', () => {
  it('is exactly the letters of the word, with their marks', async () => {
    await put('أعلنَ مُحَمَّدٌ، أنَّ المَدْرَســـةَ فُتِحت')
    expect(await marked('محمد')).toEqual(['مُحَمَّدٌ'])
    expect(await marked('مدرسه')).toEqual(['المَدْرَســـةَ'])
  })

  it('leaves the text as it was when the marks are taken away', async () => {
    const text = 'أعلنَ مُحَمَّدٌ، أنَّ المَدْرَســـةَ فُتِحت'
    await put(text)
    const [hit] = await search('محمد مدرسة')
    expect(hit?.snippet.map((part) => part.text).join('')).toBe(text)
  })

  it('is every form that was found', async () => {
    await put('الوزير ووزير آخر مع الوزيرين')
    expect(await marked('وزير')).toEqual(['الوزير', 'ووزير', 'الوزيرين'])
  })
})

describe('other languages', () => {
  it.each([
    ['tr', 'ışık', 'IŞIKLAR söndü'],
    ['tr', 'istanbul', 'İstanbul’da yağmur'],
    ['fa', 'كتاب', 'کتاب‌های تازه'],
    ['zh', '北京', '他在北京大学学习'],
    ['ja', '東京', '明日は東京に行きます'],
    ['th', 'ข่าว', 'อ่านข่าววันนี้'],
    ['vi', 'duong pho', 'Đường phố vắng vẻ'],
    ['el', 'κυβερνηση', 'Η ΚΥΒΕΡΝΗΣΗ ανακοίνωσε'],
    ['hi', 'लड़की', 'लड़कियों ने कहा'],
    ['de', 'stadt', 'Die Städte wachsen'],
    ['fr', 'election', 'L’élection approche'],
    [null, 'elections', 'No language is known of these elections'],
  ])('%s: «%s» finds «%s», whatever language is asked for', async (lang, query, text) => {
    await writer.put(sampleArticle(1, { lang, title: '', text }), original)
    await put('نص آخر')
    expect(await texts(query)).toContain(text)
  })
})
