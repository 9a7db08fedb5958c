import { array, assert, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'

import { endsSentence } from './prose.ts'

it('tells the end of a sentence as the pattern of its signs does', () => {
  const oracle = /[.!?…。！？؟۔।]['"’”»«“)\]]*$/
  const sign = constantFrom(...'.!?…。！？؟۔।\'"’”»«“)]a b,'.split(''))
  assert(
    property(array(sign, { maxLength: 8 }), (signs) => {
      expect(endsSentence(signs.join(''))).toBe(oracle.test(signs.join('')))
    }),
    { numRuns: 500 },
  )
})
