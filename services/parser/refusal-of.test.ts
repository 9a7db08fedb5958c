import { extractArticle } from '@rafid/articles'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './refusal-of.ts'

const read = (body: string, hints = {}) =>
  extractArticle(`<html><head><title>Lake News</title></head><body>${body}</body></html>`, {
    url: 'https://lake.example/n/ferry-runs-every-twenty-minutes-4411',
    hints,
  })
const paragraph =
  '<p>The ferry will run every twenty minutes from Monday on, the port authority said, because the new boat has passed its trials.</p>'

it('lets an article of two sentences pass', () => {
  expect(refusalOf(read(`<h1>Ferry</h1>${paragraph}`))).toBeNull()
})

it('refuses a missing page, and says why', () => {
  expect(refusalOf(read('<h1>Page not found</h1><p>Try the search instead.</p>'))).toEqual(
    expect.objectContaining({ code: 'content.not_article', message: expect.stringContaining('Page not found') }),
  )
})

it('refuses a page without a text', () => {
  expect(refusalOf(read(''))).toEqual(expect.objectContaining({ code: 'content.empty' }))
})

const list = Array.from(
  { length: 12 },
  (_, n) =>
    `<div><h3><a href="/n/${n}">Headline number ${n} of the lake's towns</a></h3><p>A teaser of story number ${n}.</p></div>`,
).join('')
const others = [
  ['a missing page', '<h1>Page not found</h1>'],
  [
    'a missing page with advice',
    '<h1>Page not found</h1><p>The page is not here any more: try the search instead.</p>',
  ],
  ['an entrance', '<h1>Sign in</h1><form><input type="password"></form>'],
  ['a wall of cookies', '<p>We value your privacy. We and our partners store cookies on your device.</p>'],
] as const

describe.each(others)('%s', (name, body) => {
  it('gives way to what the feed carried, title and text', () => {
    const full = read(body, { title: 'A ferry every twenty minutes', contentHtml: paragraph.repeat(3) })
    expect(full).toMatchObject({ title: 'A ferry every twenty minutes', textFrom: 'feed', kind: 'article' })
    expect(full.text).toContain('every twenty minutes')
    expect(refusalOf(full)).toBeNull()
  })

  it('gives way to a summary only where nobody could look behind it', () => {
    const brief = read(body, { title: 'A ferry every twenty minutes', summaryHtml: paragraph })
    const refusal = refusalOf(brief)
    if (name === 'a wall of cookies') expect(refusal).toBeNull()
    else expect(refusal).toEqual(expect.objectContaining({ code: 'content.not_article' }))
  })
})

it('does not take a list of stories for the article that the feed carried, however long the list is', () => {
  const hints = { title: 'A ferry every twenty minutes', contentHtml: paragraph }
  const article = extractArticle(`<title>Sport</title><body><h1>Sport</h1>${list}</body>`, {
    url: 'https://lake.example/sport',
    hints,
  })
  expect(article).toMatchObject({ title: hints.title, textFrom: 'feed' })
  expect(refusalOf(article)).toBeNull()
})

it('says why a page was withheld when the feed carries no text of it either', () => {
  const nothing = { kind: 'empty', kindReason: '', text: '', textFrom: 'page' } as const
  expect(refusalOf(nothing, 'robots.disallowed')).toMatchObject({ code: 'robots.disallowed' })
  const fed = { kind: 'article', kindReason: '', text: 'What the feed carried.', textFrom: 'feed' } as const
  expect(refusalOf(fed, 'robots.disallowed')).toBeNull()
})
