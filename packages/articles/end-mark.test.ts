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
