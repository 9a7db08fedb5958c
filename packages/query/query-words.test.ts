import { expect, it } from 'vitest'
import { parseQuery } from './parse-query.ts'
import type { Query } from './query.ts'
import { asksForWords, withWords, wordsOf } from './query-words.ts'
import { writeQuery } from './write-query.ts'

const parse = (typed: string): Query => parseQuery(typed, { now: new Date(0) }).query

it('other words take the places of those that were asked for, and only theirs', () => {
  const query = parse('(harbor OR "old quay") ferri -airprt lang:en')
  expect(wordsOf(query)).toEqual(['harbor', 'ferri'])
  expect(writeQuery(withWords(query, ['harbour', 'ferry']))).toBe('(harbour OR "old quay") ferry -airprt lang:en')
})

it.each([
  ['harbour', true],
  ['lang:en ("old quay" OR source:x)', true],
  ['harb* -x', true],
  ['lang:en -harbour', false],
  ['', false],
])('%s asks for words: %s', (typed, expected) => expect(asksForWords(parse(typed))).toBe(expected))
