import { expect, it } from 'vitest'
import { GenerationCache } from './generation-cache.ts'

it('keeps what is asked for, and never more than two generations', () => {
  const cache = new GenerationCache<number>(3)
  cache.set('ar', 'kept', 1)
  for (let number = 0; number < 100; number += 1) {
    cache.set(number % 2 === 0 ? 'ar' : 'en', `word ${number}`, number)
    expect(cache.get('ar', 'kept')).toBe(1)
    expect(cache.size).toBeLessThanOrEqual(6)
  }
  expect(cache.get('ar', 'word 0')).toBeUndefined()
  expect(cache.get('en', 'kept')).toBeUndefined()
})
