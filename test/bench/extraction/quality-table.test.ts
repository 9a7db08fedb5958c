import { describe, expect, it } from 'vitest'
import type { Quality } from './quality.ts'
import { qualityTable } from './quality-table.ts'

const sea = { n: 12, f1: 97.14, precision: 96, recall: 98.3, exact: 25, title: 100, day: null }
const hill = { n: 3, snippetF1: 88, title: 66.7 }

describe('qualityTable', () => {
  it('puts the extractors side by side, set by set, without what a set does not know', () => {
    const table = qualityTable(
      new Map<string, Quality>([
        ['rafid', { sets: { sea, hill }, pages: 15, threw: 0, empty: 0 }],
        ['other', { sets: { sea: { ...sea, f1: 9, title: 8.25 } }, pages: 15, threw: 1, empty: 4 }],
      ]),
    )
    expect(table.split('\n')).toEqual([
      'sea, 12 pages  rafid  other',
      'F1              97.1    9.0',
      'precision       96.0   96.0',
      'recall          98.3   98.3',
      'exact           25.0   25.0',
      'title          100.0    8.3',
      '',
      'hill, 3 pages  rafid  other',
      'snippet F1      88.0      –',
      'title           66.7      –',
      '',
      'of 15 pages  rafid  other',
      'threw            0      1',
      'no text          0      4',
    ])
  })

  it('has something to say of no extractors at all', () => {
    expect(qualityTable(new Map())).toContain('of 0 pages')
  })
})
