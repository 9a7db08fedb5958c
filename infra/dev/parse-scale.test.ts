import { expect, it } from 'vitest'
import { parseScale } from './parse-scale.ts'

it('reads how many processes of which service', () => {
  expect(parseScale('parser=2, fetcher=0')).toEqual({ parser: 2, fetcher: 0 })
  expect(parseScale('')).toEqual({})
})

it('names everything that is wrong at once', () => {
  const refuse = (): unknown => parseScale('parsers=2,fetcher=-1,indexer=many,gateway=65')
  expect(refuse).toThrow(/no service "parsers"[\s\S]*fetcher=-1[\s\S]*indexer=many[\s\S]*gateway=65/)
})
