import { queueNames } from '@rafid/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outcomeInWords, stageInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import { stringsOf } from './strings.ts'

describe('error codes', () => {
  it('have words in both languages', () => {
    expect(reasonInWords('en', 'net.dns')).toBe('The name of the site is not known')
    expect(reasonInWords('ar', 'net.dns')).toBe('اسم الموقع غير معروف')
  })

  it('that are new have the words of their family, and others a word all the same', () => {
    expect(reasonInWords('en', 'net.quantum')).toBe('The site could not be reached')
    expect(reasonInWords('en', 'quantum.entangled')).toBe('Another reason')
  })

  it('never find words that are not there', () => {
    for (const code of ['constructor', '__proto__', 'toString.x'])
      expect(reasonInWords('en', code)).toBe('Another reason')
    fc.assert(fc.property(fc.string(), (code) => reasonInWords('ar', code) !== ''))
  })
})

describe('the pipeline', () => {
  it.each(queueNames)('has words for the stage %s', (name) => {
    expect(stageInWords('ar', name)).not.toBe(name)
    expect(stageInWords('en', name)).not.toBe(name)
  })

  it('calls a stage or an outcome by its name when it has no words', () => {
    expect(stageInWords('ar', 'polish-article')).toBe('polish-article')
    expect(outcomeInWords('en', 'constructor')).toBe('constructor')
  })
})

describe('counted things', () => {
  it.each([
    [1, '+ نسخة واحدة', '+1 copy'],
    [2, '+ نسختان', '+2 copies'],
    [3, '+3 نسخ', '+3 copies'],
    [11, '+11 نسخة', '+11 copies'],
    [1_200, '+1,200 نسخة', '+1,200 copies'],
  ])('%i copies have the form of their number', (count, ar, en) => {
    expect(stringsOf('ar').copies(count)).toBe(ar)
    expect(stringsOf('en').copies(count)).toBe(en)
  })
})
