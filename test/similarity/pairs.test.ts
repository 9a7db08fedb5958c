import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pairTable } from './pair-table.ts'
import { readPairs } from './read-pairs.ts'
import { scorePairs } from './score-pairs.ts'

const pairs = readPairs()
const readme = readFileSync(join(import.meta.dirname, '../fixtures/pairs/README.md'), 'utf8')

it('has pairs enough, most of them Arabic, and half of the reports kept aside', () => {
  const share = (of: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(of).length / pairs.length
  expect(pairs.length).toBeGreaterThan(400)
  expect(share(({ language }) => language === 'Arabic')).toBeGreaterThan(0.55)
  expect(share(({ isKeptAside }) => isKeptAside)).toBeGreaterThan(0.45)
})

it.each([
  ['all', () => true],
  ['Arabic', ({ language }) => language === 'Arabic'],
  ['English', ({ language }) => language === 'English'],
  ['kept aside', ({ isKeptAside }) => isKeptAside],
  ['brief', ({ length }) => length !== 'long'],
] satisfies [string, (pair: (typeof pairs)[number]) => boolean][])('tells copies from others: %s', (_name, isAsked) => {
  const { precision, recall } = scorePairs(pairs.filter(isAsked))
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.85)
})

it.each([...new Set(pairs.map(({ group }) => group))])('judges nearly all of a class right: %s', (group) => {
  expect(scorePairs(pairs.filter((pair) => pair.group === group)).right).toBeGreaterThanOrEqual(0.85)
})

it('is what the README of the pairs says', () => {
  expect(readme).toContain(pairTable(pairs))
})
