import { expect, it } from 'vitest'
import { showLine } from './show-line.ts'

const plain = { verbose: false, colour: false }
const line = (fields: object): string =>
  JSON.stringify({ level: 'info', time: 'now', service: 'parser', worker: 'w', ...fields })

it('shows who speaks, what happened and the facts', () => {
  expect(
    showLine(
      'parser.1',
      line({ level: 'warn', msg: 'job failed', key: 'https://a.example/%D8%A7', code: 'net.dns' }),
      plain,
    ),
  ).toBe('parser.1        warn job failed key=https://a.example/ا code=net.dns')
})

it('leaves out the lines of jobs that went well, unless asked', () => {
  const done = line({ msg: 'job done', stage: 'parse-page' })
  expect(showLine('parser.1', done, plain)).toBeNull()
  expect(showLine('parser.1', done, { ...plain, verbose: true })).toContain('stage=parse-page')
})

it('passes on what is not a log line', () => {
  expect(showLine('parser.1', 'rafid parser: REDIS_URL="x" is not usable', plain)).toContain('REDIS_URL')
  expect(showLine('parser.1', '{ broken', plain)).toContain('{ broken')
  expect(showLine('parser.1', '  ', plain)).toBeNull()
})
