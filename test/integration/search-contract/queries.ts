import type { Query } from '@rafid/query'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allPages,
  everything,
  found,
  idsOf,
  indexForAll,
  indexForEach,
  phrase,
  putAll,
  request,
  words,
} from './index-under-test.ts'
import type { OpenIndex } from './index-under-test.ts'
import { answers, holdsOne } from './reference.ts'
import { copyOf, idOf, original, publishedOf, report, sampleNews } from './sample-news.ts'

const news = sampleNews(90)
const byId = new Map(news.map(([article]) => [article.id, article]))

function expected(query: Query): string[] {
  return news
    .filter(([article, relation]) => answers(query, article, relation))
    .map(([{ id }]) => id)
    .toSorted()
}

const not = (part: Query): Query => ({ kind: 'not', part })
const and = (...parts: Query[]): Query => ({ kind: 'and', parts })
const or = (...parts: Query[]): Query => ({ kind: 'or', parts })
const field = (name: 'source' | 'lang' | 'tag' | 'author', value: string): Query => ({
  kind: 'field',
  field: name,
  value,
})
const prefix = (text: string): Query => ({ kind: 'prefix', text })
const time = (after: Date | null, before: Date | null): Query => ({ kind: 'time', after, before })

const exact: readonly (readonly [string, Query])[] = [
  ['everything', everything],
  ['a word', words('harbour')],
  ['a word in another form', words('strikes')],
  ['an Arabic word', words('فيضان')],
  ['an Arabic word without its article', words('ميناء')],
  ['a word that nobody wrote', words('xylophone')],
  ['a phrase', phrase('harbour of Larnholm')],
  ['a phrase in another order', phrase('Larnholm of harbour')],
  ['a phrase in other forms', phrase('the harbours of Larnholm')],
  ['a phrase across two sentences', phrase('closed, said the council')],
  ['an Arabic phrase', phrase('سكان الميناء')],
  ['a phrase that goes from a title to its text', phrase('Larnholm people of Larnholm')],
  ['the beginning of a word', prefix('har')],
  ['the beginning of Arabic words', prefix('انتخ')],
  ['the beginning of Arabic words behind their article', prefix('مين')],
  ['the beginning of words that stemming would shorten', prefix('librar')],
  ['a source', field('source', 'Larnholm Gazette')],
  ['a part of a source', field('source', 'gazette')],
  ['a part of a word of a source', field('source', 'gaz')],
  ['a source in Arabic, in another spelling', field('source', 'صحيفه')],
  ['a language', field('lang', 'ar')],
  ['a tag', field('tag', 'local politics')],
  ['a part of a tag', field('tag', 'politics')],
  ['a tag in another case', field('tag', 'Economy')],
  ['an author', field('author', 'mira tolvanen')],
  ['a part of an author', field('author', 'الخطيب')],
  ['a time', time(publishedOf(10), publishedOf(20))],
  ['a time without an end', time(publishedOf(70), null)],
  ['a time without a beginning', time(null, publishedOf(5))],
  ['originals', { kind: 'original' }],
  ['both of two', and(words('harbour'), words('strike'))],
  ['all of three, of which one is nowhere', and(words('harbour'), words('strike'), words('xylophone'))],
  ['one of two', or(words('flood'), phrase('library of Vestby'))],
  ['one without the other', and(words('harbour'), not(words('strike')))],
  ['all but', not(or(words('harbour'), field('lang', 'ar')))],
  ['neither', not(and(words('said'), field('lang', 'en')))],
  [
    'much together',
    and(or(words('harbour'), prefix('libr')), not(field('source', 'okrana')), time(publishedOf(9), null)),
  ],
  ['originals of a tag', and({ kind: 'original' }, field('tag', 'culture'))],
]

const leaf = fc.oneof(
  fc
    .constantFrom('harbour', 'bridge', 'strike', 'flood', 'Vestby', 'council', 'فيضان', 'القرية', 'said')
    .map((word) => words(word)),
  fc.constantFrom('said the council', 'harbour of Tamsel', 'في العاصمة').map(phrase),
  fc.constantFrom('ha', 'the', 'مؤ', 'oc').map(prefix),
  fc.constantFrom('gazette', 'vestby').map((value) => field('source', value)),
  fc.constantFrom('sport', 'طقس').map((value) => field('tag', value)),
  fc.constantFrom('en', 'ar', 'fr').map((value) => field('lang', value)),
  fc
    .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }))
    .map(([a, b]) => time(publishedOf(a), publishedOf(b))),
  fc.constant<Query>({ kind: 'original' }),
)

const { tree } = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => and(...parts)),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => or(...parts)),
    tie('tree').map(not),
  ),
}))

/** What a query finds is what it says, no more and no less. */
export function queryTests(open: OpenIndex): void {
  describe('queries', () => {
    const index = indexForAll(open, async ({ writer }) => void (await putAll(writer, news)))

    it.each(exact)('find %s', async (_, query) => {
      expect(await found(index().reader, query)).toEqual(expected(query))
    })

    it('find what any tree of them says', async () => {
      const check = async (query: Query): Promise<void> => {
        expect(await found(index().reader, query)).toEqual(expected(query))
      }
      await fc.assert(fc.asyncProperty(tree, check), { numRuns: 60, seed: 20_260_301 })
    })

    it('show articles with all of the words before those with some of them', async () => {
      const typed = ['harbour', 'strike', 'council']
      const { hits } = await allPages(index().reader, request(words(...typed), { order: 'relevance' }))
      const full = new Set(expected(words(...typed)))
      expect(full.size).toBeGreaterThan(0)
      expect(new Set(idsOf(hits.slice(0, full.size)))).toEqual(full)
      for (const { id } of hits) {
        const article = byId.get(id)
        expect(article && holdsOne(article, typed), id).toBe(true)
      }
    })

    it('find some of the words when no article has them all', async () => {
      for (const order of ['relevance', 'newest'] as const) {
        const { hits } = await allPages(index().reader, request(words('harbour', 'xylophone'), { order }))
        expect(idsOf(hits).toSorted()).toEqual(expected(words('harbour')))
      }
    })

    it('have the total count every article that answers, copies included', async () => {
      for (const collapse of ['none', 'copies', 'stories'] as const) {
        const asked = request(field('lang', 'en'), { collapse, limit: 2 })
        expect(await index().reader.search(asked)).toMatchObject({ total: 60, totalIsExact: true })
      }
    })

    it('prefer the title to the text, and the new to the old', async () => {
      const { reader } = index()
      const { hits } = await allPages(reader, request(words('hospital'), { order: 'relevance' }))
      expect(idsOf(hits).toSorted()).toEqual(expected(words('hospital')))
    })

    it('count facets exactly, the commonest first and the latest day first', async () => {
      for (const query of [everything, words('harbour'), and(field('lang', 'ar'), not(words('فيضان')))]) {
        const answering = news
          .filter(([article, relation]) => answers(query, article, relation))
          .map(([article]) => article)
        const facets = await index().reader.facets(query)
        expect(new Map(facets.lang.map(({ value, count }) => [value, count]))).toEqual(
          tally(answering.map(({ lang }) => lang ?? '')),
        )
        expect(new Map(facets.source.map(({ value, count }) => [value, count]))).toEqual(
          tally(answering.map(({ source }) => source.name)),
        )
        expect(new Map(facets.tag.map(({ value, count }) => [value, count]))).toEqual(
          tally(answering.flatMap(({ keywords }) => keywords)),
        )
        const days = tally(answering.map(({ publishedAt }) => (publishedAt ?? '').slice(0, 10)))
        expect(facets.day.map(({ value, count }) => [value, count])).toEqual([...days].toSorted().toReversed())
        for (const list of [facets.lang, facets.source, facets.tag]) {
          const counts = list.map(({ count }) => count)
          expect(counts).toEqual(counts.toSorted((one, other) => other - one))
        }
      }
    })
  })

  describe('ranking', () => {
    const index = indexForEach(open)

    it('prefers a word of the title, and of two that say the same the newer', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, sampleNews(60))
      const text = 'Nobody was hurt. The observatory is open again, and visitors may come until the evening of the day.'
      const at = (month: number): string => new Date(Date.UTC(2026, month, 2)).toISOString()
      await putAll(writer, [
        [report(101, { title: 'A quiet evening', text, publishedAt: at(0) }), original],
        [report(102, { title: 'Observatory open again', text, publishedAt: at(0) }), original],
        [report(103, { title: 'A quiet evening', text, publishedAt: '2025-06-01T00:00:00.000Z' }), original],
      ])
      await refresh()
      const { articles } = await reader.search(request(words('observatory'), { order: 'relevance' }))
      expect(idsOf(articles)).toEqual([102, 101, 103].map(idOf))
    })

    it('shows one of each cluster, or one of each story, and the best of it', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, [
        [report(1, { title: 'ferry strike' }), original],
        [report(2, { title: 'ferry strike' }), copyOf(1)],
        [report(3, { title: 'ferry walkout' }), original],
        [report(4, { title: 'ferry museum' }), original],
      ])
      for (const number of [1, 3]) await writer.setStory({ articleId: idOf(number), storyId: 's1', order: number })
      await refresh()
      const ask = async (collapse: 'none' | 'copies' | 'stories') =>
        idsOf((await allPages(reader, request(words('ferry'), { collapse, limit: 1 }))).hits)
      expect(await ask('none')).toEqual([4, 3, 2, 1].map(idOf))
      expect(await ask('copies')).toEqual([4, 3, 2].map(idOf))
      expect(await ask('stories')).toEqual([4, 3].map(idOf))
    })
  })
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
