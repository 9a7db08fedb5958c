import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { savedSearch, searchMatch } from '@rafid/contracts'
import { describe, expect, it } from 'vitest'

/** One record of every released shape that Redis keeps, named `shape.version.json`. They are never changed, only added to. */
const fixtures = join(import.meta.dirname, 'stored')
const shapes = [
  { name: 'saved-search', schema: savedSearch },
  { name: 'search-match', schema: searchMatch },
]

describe.each(shapes)('$name', ({ name, schema }) => {
  it.each(readdirSync(fixtures).filter((file) => file.startsWith(`${name}.`)))('still reads %s', (file) => {
    const record: unknown = JSON.parse(readFileSync(join(fixtures, file), 'utf8'))
    expect(schema.parse(record)).toEqual(record)
  })
})

it('has a record of every shape, and no other', () => {
  const names = new Set(readdirSync(fixtures).map((file) => file.split('.')[0]))
  expect([...names].toSorted()).toEqual(shapes.map(({ name }) => name))
})
