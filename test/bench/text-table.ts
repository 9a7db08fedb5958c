/**
 * Rows as aligned columns for a terminal: the first column to the left, the others to the right, two blanks between.
 *
 * @param header a title per column
 * @param rows cells in the order of the header; missing ones stay blank
 * @returns lines, without a line break at the end
 */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  return [header, ...rows].map((cells) => tableLine(cells, widths)).join('\n')
}

function tableLine(cells: readonly string[], widths: readonly number[]): string {
  const padded = widths.map((width, column) => {
    const cell = cells[column] ?? ''
    return column === 0 ? cell.padEnd(width) : cell.padStart(width)
  })
  return padded.join('  ').trimEnd()
}
