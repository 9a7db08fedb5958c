import { expect, it } from 'vitest'
import { articleFingerprint, compareArticles } from './compare-articles.ts'

const article = (title: string, text: string, publishedAt: string | null = null) => ({
  title,
  text,
  publishedAt,
  fetchedAt: '2026-01-01T00:00:00.000Z',
})

it('takes the title into account only where the text is short', () => {
  const long = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ')
  expect(articleFingerprint({ title: 'One', text: long })).toEqual(articleFingerprint({ title: 'Two', text: long }))
  expect(articleFingerprint({ title: 'One', text: 'Short.' })).not.toEqual(
    articleFingerprint({ title: 'Two', text: 'Short.' }),
  )
})

it('gives one judgement whichever article is named first', () => {
  const text = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ')
  const one = article('A', text, '2026-01-02T00:00:00.000Z')
  const other = article('B', text.replace('word7 ', ''))
  expect(compareArticles(one, other)).toEqual(compareArticles(other, one))
  expect(compareArticles(one, other).verdict).toBe('near')
})
