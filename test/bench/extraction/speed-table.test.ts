import { describe, expect, it } from 'vitest'
import { sizeProfile } from './size-profile.ts'
import { sizeTable, speedTable } from './speed-table.ts'

describe('speedTable', () => {
  it('puts the fastest first and compares all with ours', () => {
    const rates = new Map([
      ['rafid', 100],
      ['other', 12.5],
      ['parse', 250],
    ])
    expect(speedTable(rates, 'rafid').split('\n')).toEqual([
      '       pages/CPU s  CPU ms/page  x rafid',
      'parse        250.0          4.0     2.50',
      'rafid        100.0         10.0     1.00',
      'other         12.5         80.0     0.13',
    ])
  })
})

describe('sizeTable', () => {
  it('shows a bin without pages as one without a cost', () => {
    const table = sizeTable('rafid', sizeProfile([{ id: 'sea/1', bytes: 50_000, cpuMs: 5 }]))
    expect(table.split('\n').slice(1, 3)).toEqual([
      '0–50 KB                 0            –              –',
      '50–100 KB               1         5.00          10.00',
    ])
    expect(table).toContain('over 800 KB')
    expect(table).toContain('p50 5.0 ms, p95 5.0 ms, worst 5.0 ms (sea/1)')
  })

  it('names no worst page where there is none', () => {
    expect(sizeTable('rafid', sizeProfile([]))).not.toContain('worst')
  })
})
