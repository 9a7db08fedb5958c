import { extractArticle } from '@rafid/articles'
import { expect, it } from 'vitest'
import { refuseOthers } from './refuse-others.ts'

const read = (body: string, hints = {}) =>
  extractArticle(`<html><head><title>Lake News</title></head><body>${body}</body></html>`, {
    url: 'https://lake.example/n/ferry-runs-every-twenty-minutes-4411',
    hints,
  })
const paragraph =
  '<p>The ferry will run every twenty minutes from Monday on, the port authority said, because the new boat has passed its trials.</p>'

it('lets an article of two sentences pass', () => {
  expect(() => refuseOthers(read(`<h1>Ferry</h1>${paragraph}`))).not.toThrow()
})

it('refuses a missing page, and says why', () => {
  expect(() => refuseOthers(read('<h1>Page not found</h1><p>Try the search instead.</p>'))).toThrow(
    expect.objectContaining({ code: 'content.not_article', message: expect.stringContaining('Page not found') }),
  )
})

it('refuses a page without a text', () => {
  expect(() => refuseOthers(read(''))).toThrow(expect.objectContaining({ code: 'content.empty' }))
})

it('keeps what the feed carried, whatever the page has become', () => {
  const full = read('<h1>Page not found</h1>', { contentHtml: paragraph.repeat(3) })
  expect(full.text).toContain('every twenty minutes')
  expect(() => refuseOthers(full)).not.toThrow()
})
