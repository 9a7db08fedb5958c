import { describe, expect, it } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { readOptions } from './options.ts'

const known = ['rafid', 'swift', 'thorough']
const read = (...args: string[]) => readOptions(args, known)

describe('readOptions', () => {
  it('compares everybody in everything when nothing is said', () => {
    expect(read()).toEqual({
      dataFolder: null,
      split: null,
      peerNames: known,
      json: false,
      quality: true,
      speed: true,
      attacks: true,
    })
  })

  it('always has ours take part, and first', () => {
    expect(read('--peers', 'thorough, swift').peerNames).toEqual(known)
    expect(read('--peers', 'rafid').peerNames).toEqual(['rafid'])
  })

  it('leaves parts out', () => {
    expect(read('--no-attacks', '--no-speed', '--split', 'dev')).toMatchObject({
      quality: true,
      speed: false,
      attacks: false,
      split: 'dev',
    })
  })

  it.each([['--no-quality', '--no-speed', '--no-attacks'], ['--peers', 'slow'], ['--colour'], ['feed.xml']])(
    'refuses %s %s %s',
    (...args) => {
      expect(() => read(...args.filter((arg) => arg !== undefined))).toThrow(UsageError)
    },
  )
})
