import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

const known = ['rafid', 'swift', 'thorough']
const read = (...args: string[]) => readOptions(args, known)

describe('readOptions', () => {
  it('compares everybody on every page when nothing is said', () => {
    expect(read()).toEqual({
      dataFolder: null,
      split: null,
      peerNames: known,
      pagesMax: Infinity,
      outFolder: null,
      json: false,
      quality: true,
      speed: true,
    })
  })

  it('always has ours take part, and first', () => {
    expect(read('--peers', 'thorough').peerNames).toEqual(['rafid', 'thorough'])
    expect(read('--peers', 'thorough, swift').peerNames).toEqual(known)
    expect(read('--peers', 'rafid').peerNames).toEqual(['rafid'])
  })

  it('leaves out quality or speed', () => {
    expect(read('--speed-only')).toMatchObject({ quality: false, speed: true })
    expect(read('--no-speed')).toMatchObject({ quality: true, speed: false })
  })

  it('names the extractors there are when one is unknown', () => {
    expect(() => read('--peers', 'slow')).toThrow('there is no extractor slow; there are: rafid, swift, thorough')
  })

  it.each([['--speed-only', '--no-speed'], ['--limit', '0'], ['--limit', 'many'], ['--colour'], ['page.html']])(
    'refuses %s %s',
    (...args) => {
      expect(() => read(...args)).toThrow(UsageError)
    },
  )

  it('gives options or a UsageError for any arguments', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('--peers', '--limit', '--json', '--data', '--', '--split'))
    fc.assert(
      fc.property(fc.array(word), (args) => {
        try {
          expect(read(...args).peerNames[0]).toBe('rafid')
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError)
        }
      }),
    )
  })
})
