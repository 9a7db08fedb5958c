import { parseQuery } from '@rafid/query'
import type { ArticleReader, Facets, SearchHit, SearchRequest } from '@rafid/search'
import { load } from 'cheerio/slim'
import { describe, expect, it } from 'vitest'
import { formatsOf } from './formats.ts'
import type { Ui } from './interface-language.ts'
import { original, sampleArticle } from './sample-article.ts'
import { searchPage } from './search-page.ts'
import { stringsOf } from './strings.ts'

const hit: SearchHit = {
  ...sampleArticle(1),
  relation: original,
  story: null,
  summary: '',
  copies: 0,
  snippet: [
    { text: 'the ', hit: false },
    { text: 'harbour', hit: true },
  ],
}
const facets: Facets = {
  lang: [
    { value: 'ar', count: 1200 },
    { value: 'en', count: 3 },
  ],
  source: [
    { value: 'Quay Gazette', count: 5 },
    { value: '…', count: 1 },
  ],
  tag: [],
  day: [{ value: '2026-01-09', count: 2 }],
}

/** The port, answering what it is told to; asks are kept. */
function readerWith(answers: { total: number; meant?: readonly string[] }) {
  const asks: SearchRequest[] = []
  const reader: ArticleReader = {
    newest: async () => ({ articles: [], nextCursor: null }),
    search: async (request) => {
      asks.push(request)
      const articles = answers.total === 0 ? [] : [hit]
      return {
        articles,
        nextCursor: answers.total > 1 ? 'further' : null,
        total: answers.total,
        totalIsExact: answers.total < 100,
      }
    },
    facets: async () => facets,
    didYouMean: async () => answers.meant ?? null,
    get: async () => null,
    duplicates: async () => [],
    neighbours: async () => ({ similar: [], related: [] }),
    story: async () => null,
    count: async () => ({ articles: 0, originals: 0 }),
    close: async () => {},
  }
  return { reader, asks }
}

async function show(
  query: Record<string, string>,
  answers: { total: number; meant?: readonly string[] } = { total: 1 },
  ui: Ui = 'en',
) {
  const { reader, asks } = readerWith(answers)
  const view = {
    ui,
    direction: ui === 'ar' ? 'rtl' : 'ltr',
    t: stringsOf(ui),
    format: formatsOf(ui),
    now: new Date('2026-01-10T13:00:00Z'),
    assets: { css: '/a.css', js: '/a.js', icon: '/a.svg', chart: '', chartLibrary: '', chartCss: '' },
    path: '/search',
    query,
  } as const
  const $ = load(String(await searchPage(view, reader)))
  const queries = (selector: string): (string | null)[] =>
    $(selector)
      .toArray()
      .map((link) => new URL($(link).attr('href') ?? '', 'http://localhost').searchParams.get('q'))
  return { $, asks, queries }
}

describe('the search page', () => {
  it('asks the engine for the tree of what was typed', async () => {
    const { asks } = await show({ q: 'harbour lang:en', order: 'newest', collapse: 'stories' })
    expect(asks).toMatchObject([{ order: 'newest', collapse: 'stories', query: { kind: 'and' } }])
    expect((await show({ q: 'harbour' })).asks).toMatchObject([{ order: 'relevance', collapse: 'copies' }])
    expect((await show({ q: 'source:quay' })).asks, 'nothing to be best at').toMatchObject([{ order: 'newest' }])
  })

  it('says how many there are, in the form of the number', async () => {
    expect((await show({ q: 'x' }, { total: 3 })).$('.total').text()).toBe('3 results')
    expect((await show({ q: 'x' }, { total: 2 }, 'ar')).$('.total').text()).toBe('نتيجتان')
    expect((await show({ q: 'x' }, { total: 5000 })).$('.total').text()).toBe('at least 5,000 results')
  })

  it('offers facets as links to the narrowed query, and says of a language its name', async () => {
    const { $, queries } = await show({ q: 'old quay', order: 'newest', cursor: 'c' })
    expect(queries('.facets a')).toEqual([
      'old quay lang:ar',
      'old quay lang:en',
      'old quay source:"Quay Gazette"',
      'old quay after:2026-01-09 before:2026-01-10',
    ])
    const first = $('.facets a').first()
    expect(first.text().replaceAll(/\s+/g, ' ').trim()).toBe('Arabic 1,200')
    expect(first.attr('href')).toContain('order=newest')
    expect(first.attr('href')).not.toContain('cursor')
  })

  it('offers no facet twice, and a way out of each', async () => {
    const { $, queries } = await show({ q: '(a OR b) lang:ar on:2026-01-09 is:original' })
    expect(queries('.facets a')).toEqual([
      '(a OR b) lang:ar after:2026-01-09 before:2026-01-10 is:original lang:en',
      '(a OR b) lang:ar after:2026-01-09 before:2026-01-10 is:original source:"Quay Gazette"',
    ])
    expect(queries('a.on')).toEqual([
      '(a OR b) after:2026-01-09 before:2026-01-10 is:original',
      '(a OR b) lang:ar is:original',
      '(a OR b) lang:ar after:2026-01-09 before:2026-01-10',
    ])
    expect($('a.on').first().text()).toContain('Language: Arabic')
  })

  it('offers no facet that all of them have', async () => {
    const { $ } = await show({ q: 'x' }, { total: 2 })
    expect(
      $('[data-facet]')
        .toArray()
        .map((list) => $(list).attr('data-facet')),
    ).toEqual(['lang', 'source'])
  })

  it('keeps the query when the order changes, and marks the choice that holds', async () => {
    const { $, queries } = await show({ q: 'a "b c"', collapse: 'none' })
    expect(new Set(queries('.choices a'))).toEqual(new Set(['a "b c"']))
    const chosen = $('.choices [aria-current]').toArray()
    expect(chosen.map((link) => $(link).text())).toEqual(['Best', 'show all'])
  })

  it('tells what it had to forgive', async () => {
    const { $ } = await show({ q: '"harbour after:soon' })
    expect($('.remarks li').length).toBe(2)
    expect($('.remarks').text()).toContain('This date was not understood: after:soon')
  })

  it('offers other words in the place of those that find nothing, within the same query', async () => {
    const { queries } = await show({ q: 'harbor lang:en -x' }, { total: 0, meant: ['harbour'] })
    expect(queries('.meant a')).toEqual(['harbour lang:en -x'])
    expect((await show({ q: 'harbor', cursor: 'c' }, { total: 1, meant: ['harbour'] })).queries('.meant a')).toEqual([])
  })

  it('leads on with the same order', async () => {
    const { $ } = await show({ q: 'a', order: 'newest' }, { total: 9 })
    expect($('[rel=next]').attr('href')).toBe('/search?q=a&order=newest&cursor=further')
  })

  it('shows how to write a search while there is nothing else to show', async () => {
    expect((await show({})).$('.help[open] dt').length).toBeGreaterThan(5)
    expect((await show({ q: 'x' }, { total: 0 })).$('.help[open]').length).toBe(1)
    expect((await show({ q: 'x' })).$('.help[open]').length).toBe(0)
  })

  it.each(['ar', 'en'] as const)('gives only examples in %s that are understood', async (ui) => {
    const { queries } = await show({}, { total: 1 }, ui)
    const now = new Date('2026-01-10T13:00:00Z')
    for (const example of queries('.help a'))
      expect(parseQuery(example ?? '', { now }).remarks, example ?? '').toEqual([])
  })

  it('answers a query of marks with nothing, not with everything', async () => {
    const { $, asks } = await show({ q: '؟!' })
    expect(asks).toEqual([])
    expect($('.card').length).toBe(0)
    expect($('.remarks').text()).toContain('؟!')
  })
})
