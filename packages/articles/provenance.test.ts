import { array, assert, constantFrom, property, record } from 'fast-check'
import { expect, it } from 'vitest'

import { provenanceOf, type Origin, type Witness } from './provenance.ts'

const is = (a: string, b: string) => a === b
const said = (from: Origin, value: string): Witness<string> => ({ from, value })

it('grows with every other kind of source that agrees, and sinks with each that contradicts', () => {
  const chosen = said('json-ld', 'a')
  expect(provenanceOf(chosen, [chosen], is)).toEqual({ from: 'json-ld', confidence: 0.85 })
  expect(provenanceOf(chosen, [chosen, said('meta', 'a')], is).confidence).toBe(0.93)
  expect(provenanceOf(chosen, [chosen, said('meta', 'a'), said('page', 'a')], is).confidence).toBe(0.96)
  expect(provenanceOf(chosen, [chosen, said('meta', 'b')], is).confidence).toBe(0.77)
})

it('counts two of a kind once', () => {
  const chosen = said('json-ld', 'a')
  expect(provenanceOf(chosen, [chosen, said('meta', 'a'), said('meta', 'b')], is).confidence).toBe(0.93)
})

it('lies between 0 and 1 whatever is said', () => {
  const origin = constantFrom<Origin>('json-ld', 'meta', 'time-element', 'page', 'address', 'feed')
  const witness = record({ from: origin, value: constantFrom('a', 'b') })
  assert(
    property(witness, array(witness), (chosen, others) => {
      const { confidence } = provenanceOf(chosen, others, is)
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }),
  )
})
