import { expect, it } from 'vitest'
import { at, firstAt, isoDate, listAt, textAt } from './loose.ts'

const value = { a: [{ b: 'x' }], c: { value: 'y' }, d: 7, e: null }

it('finds what is there, and nothing of what an object merely inherits', () => {
  expect(at(value, 'a.0.b')).toBe('x')
  expect(at(value, 'a.0.toString')).toBeUndefined()
  expect(firstAt(value, 'e', 'd')).toBe(7)
  expect(listAt(value, 'a', 'c', 'e', 'f')).toEqual([{ b: 'x' }, { value: 'y' }])
  expect(textAt(value, 'c')).toBe('y')
  expect(isoDate('2025-03-01')).toBe('2025-03-01T00:00:00.000Z')
  expect(isoDate(undefined)).toBeNull()
})
