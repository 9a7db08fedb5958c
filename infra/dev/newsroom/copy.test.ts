import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copiedParagraphs, withDateline } from './copy.ts'
import { publisherOf } from './publishers.ts'

const agency = publisherOf('rawasi')

describe('copiedParagraphs', () => {
  const report = [withDateline('وصلت الرافعات.', 'رأس النخل', agency), 'ثانيًا', 'ثالثًا']

  it('takes the dateline off and names the agency at the end', () => {
    expect(copiedParagraphs(report, agency, {})).toEqual([
      'وصلت الرافعات.',
      'ثانيًا',
      'ثالثًا',
      'المصدر: وكالة رواسي للأنباء',
    ])
  })

  it('changes the lead and leaves a paragraph out', () => {
    expect(copiedParagraphs(report, agency, { lead: 'جديد', dropped: 2 })).toEqual([
      'جديد',
      'ثانيًا',
      'المصدر: وكالة رواسي للأنباء',
    ])
  })

  it('never drops the lead, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: -1, max: 9 }), (paragraphs, dropped) => {
        expect(copiedParagraphs(paragraphs, agency, { lead: 'L', dropped })[0]).toBe('L')
      }),
    )
  })
})
