import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { load } from 'cheerio/slim'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GatewayDeps } from '../api.ts'
import { pages } from './pages.ts'
import { copyOf, original, sampleArticle, sampleId } from './sample-article.ts'

let dir: string
let reader: ArticleReader
let app: ReturnType<typeof pages>

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-pages-'))
  const writer = openWriter(join(dir, 'index.db'))
  const arabic = { title: 'إعادة فتح مكتبة المرفأ', text: 'عادت مكتبةُ المرفأ إلى العمل أمس.', html: '', lang: 'ar' }
  const wire = { attribution: { name: 'Mooring Wire', url: null } }
  await writer.put(sampleArticle(1, { ...arabic, source: { name: 'جريدة الميناء', url: null } }), original)
  await writer.put(
    sampleArticle(2, { ...wire, keywords: ['ferry & boat'], readAlso: [{ title: 'Tides', url: null }] }),
    original,
  )
  await writer.put(sampleArticle(3, { source: { name: 'Second Paper', url: null } }), copyOf(2))
  const why = { how: 'near', reason: 'shared-text', follows: sampleId(2) } as const
  await writer.put(sampleArticle(4, { source: { name: 'Third Paper', url: null } }), { ...copyOf(2), ...why })
  for (let n = 10; n < 60; n += 1)
    await writer.put(sampleArticle(n, { title: `Column ${n}`, text: 'words', publishedAt: null }), original)
  for (const number of [1, 2]) {
    await writer.setStory({ articleId: sampleId(number), storyId: 's1', order: 1 })
  }
  await writer.moveStory('s0', 's1')
  await writer.close()
  reader = openReader(join(dir, 'index.db'))
  app = pages({ ...({} as GatewayDeps), reader }, () => new Date('2026-01-10T13:00:00Z'))
})
afterAll(async () => {
  await reader.close()
  rmSync(dir, { recursive: true })
})

async function page(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers })
  const body = await response.text()
  return { response, body, $: load(body) }
}

describe('the page of a story', () => {
  it('lists its articles, one line a text, and says where there are copies', async () => {
    const { response, $ } = await page('/stories/s1', { 'accept-language': 'en' })
    expect(response.status).toBe(200)
    const links = $('#story li > a').toArray()
    expect(links.map((link) => $(link).attr('href'))).toEqual([2, 1].map((number) => `/articles/${sampleId(number)}`))
    expect($('#story').text()).toContain('+2 copies')
    expect($('h1').text()).toBe('The whole story')
  })

  it('is linked from its articles', async () => {
    const { $ } = await page(`/articles/${sampleId(1)}`)
    expect($('a[href="/stories/s1"]')).toHaveLength(1)
    expect($('#similar li')).toHaveLength(1)
  })

  it('is found under its other names, and nothing is under others', async () => {
    const { response } = await page('/stories/s0')
    expect([response.status, response.headers.get('location')]).toEqual([301, '/stories/s1'])
    expect((await page('/stories/s9')).response.status).toBe(404)
  })
})

describe('every page', () => {
  it.each(['/', '/search?q=x', `/articles/${sampleId(1)}`, '/nowhere', '/?cursor=bad'])(
    '%s lets nothing foreign run',
    async (path) => {
      const { response } = await page(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`default-src 'none'`)
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  it('speaks Arabic from right to left unless asked otherwise', async () => {
    const { $ } = await page('/')
    expect([$('html').attr('lang'), $('html').attr('dir')]).toEqual(['ar', 'rtl'])
    const english = await page('/', { 'accept-language': 'en' })
    expect([english.$('html').attr('lang'), english.$('html').attr('dir')]).toEqual(['en', 'ltr'])
  })

  it('remembers the language that was asked for', async () => {
    const { response, $ } = await page('/?ui=en&lang=ar')
    expect($('html').attr('lang')).toBe('en')
    expect(response.headers.get('set-cookie')).toMatch(/^ui=en;.*SameSite=Lax/)
    expect($('a.other').attr('href')).toBe('/?ui=ar&lang=ar')
    expect((await page('/', { cookie: 'ui=en' })).$('html').attr('lang')).toBe('en')
  })

  it('brings its style and script under an address that changes with them', async () => {
    const { $ } = await page('/')
    for (const url of [$('link[rel=stylesheet]').attr('href'), $('script').attr('src')]) {
      expect(url).toMatch(/^\/assets\/site\.[0-9a-f]{12}\.(?:css|js)$/)
      const asset = await app.request(url ?? '')
      expect(asset.headers.get('cache-control')).toContain('immutable')
    }
  })

  it('that does not exist says so in the same frame', async () => {
    const { response, $ } = await page('/nowhere')
    expect(response.status).toBe(404)
    expect($('form.find').length).toBe(1)
    expect((await page('/articles/a0')).response.status).toBe(404)
  })
})

describe('the list', () => {
  it('shows articles in their own direction and folds copies', async () => {
    const { $ } = await page('/?limit=100')
    const arabic = $('.card').filter((_, card) => $(card).text().includes('مكتبة'))
    const english = $('.card').filter((_, card) => $(card).text().includes('berth 2'))
    expect([arabic.attr('lang'), arabic.attr('dir')]).toEqual(['ar', 'rtl'])
    expect([english.attr('lang'), english.attr('dir')]).toEqual(['en', 'ltr'])
    expect(english.find('.facts').text()).toContain('نقلًا عن Mooring Wire')
    expect(english.find('.copies').text()).toBe('+ نسختان')
    expect($('.cards').text()).not.toContain('berth 3')
    expect(english.find('time').attr('datetime')).toBe('2026-01-10T08:02:00.000Z')
  })

  it('shows all that a source published, its copies too', async () => {
    const { $ } = await page('/?source=Second+Paper')
    expect($('.card h2').text()).toBe('Harbour opens berth 3')
    expect($('select[name=source] option[selected]').attr('value')).toBe('Second Paper')
  })

  it('is walked to its end and back', async () => {
    const first = await page('/?lang=en')
    const second = await page(first.$('.pager [rel=next]').attr('href') ?? '')
    const third = await page(second.$('.pager [rel=next]').attr('href') ?? '')
    expect(third.$('.pager [rel=next]').length).toBe(0)
    const back = await page(third.$('.pager [rel=prev]').attr('href') ?? '')
    expect(back.$('.cards').text()).toBe(second.$('.cards').text())
    const start = await page(back.$('.pager [rel=prev]').attr('href') ?? '')
    expect(start.$('.cards').text()).toBe(first.$('.cards').text())
  })

  it.each([
    '/?cursor=zzz',
    '/?limit=0',
    '/?limit=many',
    '/?since=yesterday',
    '/search?q=x&cursor=zzz',
    '/?cursor=a&trail=%22',
    '/search?q=x&order=sideways',
  ])('refuses %s with a reason and without a stack', async (path) => {
    const { response, body, $ } = await page(path)
    expect(response.status).toBe(400)
    expect($('.message').text().trim()).not.toBe('')
    expect(body).not.toMatch(/\.ts:\d|node_modules/)
  })
})

describe('the search', () => {
  it('finds another spelling and marks the words as the article writes them', async () => {
    const { $ } = await page(`/search?q=${encodeURIComponent('مكتبه المرفا')}`)
    expect($('.card').length).toBe(1)
    expect($('mark').first().text()).toBe('مكتبةُ')
    expect($('#q').attr('value')).toBe('مكتبه المرفا')
  })

  it('makes parts of the query of the parameters that it had before', async () => {
    const { $ } = await page('/search?q=harbour&lang=en&source=Quay+Gazette&originals=1')
    expect($('#q').attr('value')).toBe('harbour lang:en source:"Quay Gazette" is:original')
    expect($('form.find input[type=hidden]').length).toBe(0)
  })

  it('gives a hint when it finds nothing', async () => {
    const { $ } = await page('/search?q=zeppelin', { 'accept-language': 'en' })
    expect($('.empty').text()).toContain('Try fewer')
  })
})

describe('an article', () => {
  it('stands with its source, its copies and its keywords', async () => {
    const { $ } = await page(`/articles/${sampleId(2)}`, { 'accept-language': 'en' })
    expect($('.reading').attr('dir')).toBe('ltr')
    expect($('link[rel=canonical]').attr('href')).toBe('https://publisher.example/2')
    expect($('.reading .source a').attr('rel')).toBe('nofollow noopener noreferrer')
    expect($('.attribution').text()).toBe('Source: Mooring Wire')
    expect($('.chips a').attr('href')).toBe('/search?q=ferry+%26+boat')
    expect($('#copies a').first().attr('href')).toBe(`/articles/${sampleId(3)}`)
    expect($('#read-also').text()).toContain('Tides')
    expect($(`a[href="/api/v1/articles/${sampleId(2)}"]`).length).toBe(1)
  })

  it('that is a copy names the first one', async () => {
    const { $ } = await page(`/articles/${sampleId(3)}`, { 'accept-language': 'en' })
    expect($('#copies li').first().text()).toContain('first seen')
  })

  it('that is a copy says of what, and why', async () => {
    const { $ } = await page(`/articles/${sampleId(4)}`, { 'accept-language': 'en' })
    const line = $('#copies li').first()
    expect(line.text()).toMatch(/Edited copy,\s+most of the text is shared,\s+95%/)
    const comparison = line.find('a').last().attr('href') ?? ''
    expect(comparison).toBe(`/articles/${sampleId(4)}/compare/${sampleId(2)}`)
    const compared = await page(comparison, { 'accept-language': 'en' })
    expect(compared.$('h1').text()).not.toBe('')
    expect(compared.$('main').text()).toContain('They stand in one cluster of copies.')
    expect((await page(`/articles/${sampleId(4)}/compare/a0`)).response.status).toBe(404)
  })

  it('without markup shows its text in paragraphs', async () => {
    const { $ } = await page(`/articles/${sampleId(1)}`)
    expect($('.prose p').text()).toBe('عادت مكتبةُ المرفأ إلى العمل أمس.')
  })
})

it('a form of another site adds no feed', async () => {
  const form = { method: 'POST', body: new URLSearchParams({ url: 'https://a.example/feed' }) }
  const response = await app.request('/feeds', { ...form, headers: { origin: 'https://evil.example' } })
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('csrf.invalid')
})
