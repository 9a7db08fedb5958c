import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { endMark } from './end-mark.ts'

it('reads the name that stands with an end mark', () => {
  expect(endMark('(انتهى) سمر الوادي')).toBe('سمر الوادي')
})

it.each(['-30-', '###', 'ENDS', 'انتهى', '- ends -'])('takes %s for an end mark', (line) => {
  expect(endMark(line)).toBe('')
})

it.each(['انتهى الاجتماع مساء أمس', 'The road ends here.', '', '30'])('takes "%s" for text', (line) => {
  expect(endMark(line)).toBeNull()
})

it('never throws, and gives a name only from the line itself', () => {
  assert(property(string(), (line) => line.includes(endMark(line) ?? '')))
  expect(endMark('('.repeat(60))).toBeNull()
})
