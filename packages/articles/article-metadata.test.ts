import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { articleMetadata } from './article-metadata.ts'
import { outlineOf } from './blocks.ts'
import { pageFacts } from './page-facts.ts'
import { parseHtml } from '@rafid/html'

const lead = 'Keepers in the valley lost every third hive last winter, more than in any year since records began.'
const url = 'https://post.example/bees'

type Known = { url?: string; fetchedAt?: Date; hints?: { title?: string; author?: string; publishedAt?: Date } }

function read(body: string, known: Known = {}, head = '') {
  const root = parseHtml(`<html><head>${head}</head><body><h1>Every third hive is lost</h1>${body}</body></html>`)
  const { blocks } = outlineOf(root)
  const firstLine = Math.max(
    0,
    blocks.findIndex((block) => block.text === lead),
  )
  return articleMetadata(pageFacts(root), blocks, { firstLine, lastLine: firstLine, url, ...known })
}

const text = `<p>${lead}</p>`
const data = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

describe('the day of publication', () => {
  it('is the publisher’s own, though it is still yesterday in UTC', () => {
    const { publishedAt, publishedDay } = read(text, {}, data({ datePublished: '2024-05-01T01:30:00+03:00' }))
    expect(publishedAt).toEqual(new Date('2024-04-30T22:30:00Z'))
    expect(publishedDay).toBe('2024-05-01')
  })

  it('is told by the line readers see where machines speak UTC', () => {
    const head = meta('article:published_time', '2023-11-09T03:28:35Z')
    expect(read(`<p>Published Nov. 8, 2023, 10:28 p.m. ET</p>${text}`, {}, head).publishedDay).toBe('2023-11-08')
    expect(read(`<p>Nov. 1, 2023</p>${text}`, {}, head).publishedDay).toBe('2023-11-09')
  })

  it('has day and month in the order that another witness tells', () => {
    const head = meta('date', '11/01/2023 12:43:42')
    expect(read(`<p>Erstellt am: 01.11.2023</p>${text}`, {}, head).publishedDay).toBe('2023-11-01')
    expect(read(text, {}, head).publishedDay).toBe('2023-01-11')
    expect(read(text, {}, head + meta('og:locale', 'en_US')).publishedDay).toBe('2023-11-01')
  })

  it('is reckoned back from the fetch, and never from a clock', () => {
    const fetchedAt = new Date('2026-05-20T10:00:00Z')
    expect(read(`<p>نشر قبل ساعتين</p>${text}`, { fetchedAt }).publishedAt).toEqual(new Date('2026-05-20T08:00:00Z'))
    expect(read(`<p>منذ ٣ أيام</p>${text}`, { fetchedAt }).publishedDay).toBe('2026-05-17')
    expect(read(`<p>منذ ٣ أيام</p>${text}`).publishedAt).toBeNull()
    expect(read(`<p>The minister met keepers yesterday</p>${text}`, { fetchedAt }).publishedAt).toBeNull()
  })

  it('lies at most a day after the fetch', () => {
    const fetchedAt = new Date('2026-05-20T10:00:00Z')
    const head = data({ datePublished: '2031-01-01' })
    expect(read(`<p>18 May 2026</p>${text}`, { fetchedAt }, head).publishedDay).toBe('2026-05-18')
  })

  it('is read below the text, beside a label, from the address or from the feed', () => {
    expect(read(`${text}<p>By Anna on 03.05.2023, 11:51</p>`).publishedDay).toBe('2023-05-03')
    expect(read(`<table><tr><td>تاريخ النشر</td><td>٢ ربيع الأول ١٤٤٥ هـ</td></tr></table>${text}`).publishedDay).toBe(
      '2023-09-17',
    )
    expect(read(text, { url: 'https://post.example/2023/09/17/bees' }).publishedDay).toBe('2023-09-17')
    expect(read(text, { hints: { publishedAt: new Date('2023-09-17T08:00:00Z') } }).provenance.published?.from).toBe(
      'feed',
    )
  })

  it('is not the day of another article', () => {
    const others = '<aside><time datetime="2019-01-01">1 January 2019</time></aside>'.repeat(3)
    expect(
      read(`<div>${'<p>menu</p>'.repeat(60)}${others}${'<p>menu</p>'.repeat(60)}</div><p>17 May 2023</p>${text}`)
        .publishedDay,
    ).toBe('2023-05-17')
  })

  it('stands beside the day of the last change', () => {
    const { publishedDay, updatedAt } = read(`<p>Updated: 19 May 2023</p><p>Published: 17 May 2023</p>${text}`)
    expect(publishedDay).toBe('2023-05-17')
    expect(updatedAt).toEqual(new Date('2023-05-19T00:00:00Z'))
  })

  it('survives data that is broken by a comma', () => {
    const broken = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-05-17T08:00:00+02:00","author":{"@type":"Person","name":"Anna Berg"},}</script>`
    expect(read(text, {}, broken)).toMatchObject({ publishedDay: '2023-05-17', author: 'Anna Berg' })
  })
})

describe('who wrote it', () => {
  it.each([
    ['<p>By Anna Berg</p>', 'Anna Berg'],
    ['<p>By <a href="/authors/berg">Anna Berg</a><span>Published May 17, 2023</span></p>', 'Anna Berg'],
    ['<div class="byline"><span>By</span><span>Anna Berg</span><span>Farming editor</span></div>', 'Anna Berg'],
    ['<div class="author"><a rel="author" href="/u/1">aberg</a></div>', 'aberg'],
    ['<p>بقلم: منى حداد</p>', 'منى حداد'],
  ])('%s', (line, name) => {
    expect(read(line + text).author).toBe(name)
  })

  it('is a person rather than the site, whoever says so', () => {
    const head = data({ author: { name: 'The Post' } }) + meta('og:site_name', 'The Post')
    expect(read(`<p>By Anna Berg</p>${text}`, {}, head).author).toBe('Anna Berg')
    expect(read(text, {}, head).author).toBe('The Post')
  })

  it('is who two sources name, where one names another', () => {
    const head = meta('author', 'Valley Media') + meta('article:author', 'Anna Berg')
    expect(read(`<p>By Anna Berg</p>${text}`, {}, head).author).toBe('Anna Berg')
  })

  it('is no visitor who left a comment', () => {
    expect(read(`${text}<ol class="comments"><li class="comment-author">Robert says:</li></ol>`).author).toBeNull()
  })

  it('is portrayed below the text', () => {
    expect(read(`${text}<p>Anna Berg</p><p>Anna Berg is a reporter who keeps bees herself.</p>`).author).toBe(
      'Anna Berg',
    )
  })
})

describe('the section', () => {
  it('is what the page declares, or the last step of its path before the article', () => {
    expect(read(text, {}, meta('article:section', 'Farming')).section).toBe('Farming')
    const path = ['Home', 'Valley', 'Farming', 'Every third hive is lost']
    const list = path.map((name, at) => ({ '@type': 'ListItem', position: at + 1, name }))
    const head = `<script type="application/ld+json">${JSON.stringify([{ '@type': 'NewsArticle' }, { '@type': 'BreadcrumbList', itemListElement: list }])}</script>`
    expect(read(text, {}, head).section).toBe('Farming')
    expect(read(`<nav class="breadcrumb"><a href="/">الرئيسية</a><a href="/s">اقتصاد</a></nav>${text}`).section).toBe(
      'اقتصاد',
    )
    expect(read(text).section).toBeNull()
  })
})

it('says where each field is from, and how sure it is', () => {
  const head = data({ headline: 'Every third hive is lost', datePublished: '2023-05-17', author: 'Anna Berg' })
  const { provenance } = read(`<p>By Anna Berg</p><p>17 May 2023</p>${text}`, {}, head)
  expect(provenance.title).toEqual({ from: 'page', confidence: 0.83 })
  expect(provenance.author).toEqual({ from: 'json-ld', confidence: 0.93 })
  expect(provenance.published).toEqual({ from: 'json-ld', confidence: 0.93 })
  expect(read(text).provenance).toMatchObject({ author: null, published: null })
})

it('never throws, whatever a page declares and prints', () => {
  assert(
    property(string(), string(), string(), (line, value, address) => {
      const known = { url: address, fetchedAt: new Date('2026-05-20T10:00:00Z') }
      const head = meta('date', value) + data({ datePublished: line, author: value })
      const found = read(`<p>${line}</p><div class="byline">${value}</div>${text}<time>${line}</time>`, known, head)
      expect(found.publishedDay ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
  )
})
