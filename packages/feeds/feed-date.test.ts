import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseFeedDate } from './feed-date.ts'

describe('parseFeedDate', () => {
  it.each([
    ['Sat, 01 Mar 2025 10:00:00 GMT', '2025-03-01T10:00:00Z'],
    ['Sat, 1 March 2025 10:00 EST', '2025-03-01T15:00:00Z'],
    ['01 Mar 25 10:00:00 +0300', '2025-03-01T07:00:00Z'],
    ['Saturday, March 1st, 2025 1:05 PM', '2025-03-01T13:05:00Z'],
    ['27th, October 2023 GMT', '2023-10-27T00:00:00Z'],
    ['2025-03-01T10:00:00.25+02:00', '2025-03-01T08:00:00.250Z'],
    ['2025-03-01 10:00', '2025-03-01T10:00:00Z'],
    ['2025-03', '2025-03-01T00:00:00Z'],
    ['20250301T101500Z', '2025-03-01T10:15:00Z'],
    ['Sat Mar  1 10:00:00 2025', '2025-03-01T10:00:00Z'],
    ['Sat Mar 01 10:00:00 +0100 2025', '2025-03-01T09:00:00Z'],
    ['sam., 01 mars 2025 10:00:00 +0100', '2025-03-01T09:00:00Z'],
    ['mar., 4 févr. 2025 10:00', '2025-02-04T10:00:00Z'],
    ['31/12/2025 23:59', '2025-12-31T23:59:00Z'],
    ['12/31/2025', '2025-12-31T00:00:00Z'],
    ['٠١ مارس ٢٠٢٥ ١٠:٠٠', '2025-03-01T10:00:00Z'],
    ['السبت 1 آذار/مارس 2025 - 09:22 مساءً', '2025-03-01T21:22:00Z'],
    ['٢٤ نيسان / أبريل ٢٠٢٠ ٠٩:٢٢ ص', '2020-04-24T09:22:00Z'],
    ['5 تشرين الأول 2021', '2021-10-05T00:00:00Z'],
    ['12 غشت 2024', '2024-08-12T00:00:00Z'],
    ['1740823200', '2025-03-01T10:00:00Z'],
  ])('reads %j', (text, iso) => {
    expect(parseFeedDate(text)?.toISOString()).toBe(new Date(iso).toISOString())
  })

  it.each([
    '',
    'yesterday',
    'not a date 5',
    '24/13/2026',
    '31 Feb 2025',
    '2025-02-30',
    '0000-01-01',
    '9999-12-31T00:00:00Z',
    '25:61 1 Mar 2025',
    '3 رمضان 1446',
    '-1',
    '1446-09-01',
  ])('calls %j no date', (text) => {
    expect(parseFeedDate(text)).toBeNull()
  })

  it('is null or a valid date on any text, however long', () => {
    const piece = fc.constantFrom(
      '1',
      '31',
      '2025',
      ':',
      '-',
      '/',
      ' ',
      'mar',
      'mars',
      'آذار',
      'ص',
      '+03',
      'T',
      'Z',
      '٣',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          expect(Number.isNaN(parseFeedDate(text)?.getTime() ?? 0)).toBe(false)
        },
      ),
      { numRuns: 500 },
    )
  })
})
