import { expect, it } from 'vitest'
import { Progress, progressBar } from './progress.ts'

function written(isTTY: boolean, tell: (progress: Progress) => void): string {
  const parts: string[] = []
  tell(new Progress('feeds', { isTTY, write: (part: string | Uint8Array) => parts.push(String(part)) > 0 }))
  return parts.join('')
}

it('draws how far work is', () => {
  expect(progressBar('feeds', 0, 8)).toBe('░░░░░░░░░░░░░░░░░░░░░░░░ 0 %  0 of 8 feeds')
  expect(progressBar('feeds', 3, 8)).toBe('█████████░░░░░░░░░░░░░░░ 37 %  3 of 8 feeds')
  expect(progressBar('feeds', 8, 8)).toBe('████████████████████████ 100 %  8 of 8 feeds')
  expect(progressBar('feeds', 0, 0)).toContain('100 %')
})

it('draws the last step on a terminal, and takes the bar away', () => {
  const shown = written(true, (progress) => {
    for (let done = 1; done <= 1000; done += 1) progress.tell(done, 1000)
    progress.end()
  })
  expect(shown).toContain('1000 of 1000 feeds')
  expect(shown.endsWith('\r\u001B[K')).toBe(true)
})

it('writes ten lines where no terminal is, and none for little work', () => {
  const long = written(false, (progress) => {
    for (let done = 1; done <= 1000; done += 1) progress.tell(done, 1000)
    progress.end()
  })
  expect(long.split('\n')).toHaveLength(11)
  expect(long).toMatch(/^100 of 1000 feeds\n/)
  const short = written(false, (progress) => {
    for (let done = 1; done <= 99; done += 1) progress.tell(done, 99)
  })
  expect(short).toBe('')
})
