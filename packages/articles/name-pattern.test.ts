import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'

import { namePattern } from './name-pattern.ts'

const words = String.raw`share social(?!-embed) related\w* read-?also more-?(?:news|from) a2a ads? ad-?(?:slot|unit) a? d-none`
const pattern = namePattern(words)

it('finds whole words alone, and words of several parts', () => {
  const found = ['share', 'x share', 'x-ads_y', 'read-also', 'a relatedpost', 'more-from-us', 'x\u00a0ad', 'd-none']
  expect(found.filter((names) => !pattern.test(names))).toEqual([])
  const others = ['shared', 'xshare', 'social-embed', 'more', 'adslots', 'news', 'd']
  expect(others.filter((names) => pattern.test(names))).toEqual([])
})

it('tells what one list of all of them tells', () => {
  const oracle = new RegExp(String.raw`(?:^|[\s_-])(?:${words.replaceAll(' ', '|')})(?=$|[\s_-])`)
  const part = constantFrom(
    ...'share social embed related read also more news from a2a ad ads slot unit x d none é'.split(' '),
  )
  const sign = constantFrom('-', '_', ' ', '', 'x', '\n', '\u00a0', '\u2003')
  assert(
    property(array(part, { maxLength: 5 }), array(sign, { minLength: 5, maxLength: 5 }), (parts, signs) => {
      const names = parts.map((one, at) => one + (signs[at] ?? '')).join('')
      expect(pattern.test(names)).toBe(oracle.test(names))
    }),
    { numRuns: 500 },
  )
})
