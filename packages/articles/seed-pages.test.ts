import { existsSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { extractArticle } from './extract-article.ts'

type Expected = {
  title: string
  body: string[]
  attribution: string
  keywords_as_printed: string[]
  read_also: { title: string; body: string[] }
  similar: string[]
}

const seed = new URL('../../../shared/seed/', import.meta.url)
const absent = existsSync(seed) ? '' : ' (skipped: ../shared/seed is absent)'

describe.skipIf(absent !== '')(`pages beside the project${absent}`, () => {
  it.each(['page-semantic.html', 'page-flat.html'])('%s gives exactly what it says', (file) => {
    const html = readFileSync(new URL(file, seed), 'utf8')
    const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', seed), 'utf8'))
    const article = extractArticle(html, { url: 'https://news.example/a/98' })
    expect(article.title).toBe(expected.title)
    expect(article.text).toBe(expected.body.join('\n\n'))
    expect(article.lang).toBe('ar')
    expect(article.attribution?.name).toBe(expected.attribution)
    expect(article.keywords).toEqual(expected.keywords_as_printed)
    expect(article.readAlso.map((story) => story.title)).toEqual([expected.read_also.title])
    const foreign = [...expected.read_also.body, ...expected.similar]
    expect(foreign.filter((text) => article.text.includes(text) || article.html.includes(text))).toEqual([])
  })
})
