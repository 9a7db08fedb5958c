import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textTable } from './text-table.ts'

describe('textTable', () => {
  it('aligns names to the left and figures to the right', () => {
    const table = textTable(
      ['set', 'F1', 'pages'],
      [
        ['harbour', '9.5', '12'],
        ['sea', '97.25'],
        ['x', '', '7'],
      ],
    )
    expect(table.split('\n')).toEqual([
      'set         F1  pages',
      'harbour    9.5     12',
      'sea      97.25',
      'x                   7',
    ])
  })

  it('gives a line per row whatever the cells', () => {
    const cell = fc.string().map((text) => text.replaceAll('\n', ' '))
    const rows = fc.array(fc.array(cell, { maxLength: 5 }))
    fc.assert(
      fc.property(rows, (cells) => {
        expect(textTable(['a', 'b', 'c'], cells).split('\n')).toHaveLength(cells.length + 1)
      }),
    )
  })
})
