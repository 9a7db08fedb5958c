import type { Command } from 'commander'

/** Prints a result: as JSON when asked to, else as the lines that a person reads. */
export function print(command: Command, result: unknown, lines: () => readonly string[]): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>()
  if (json === true) console.log(JSON.stringify(result, null, 2))
  else for (const line of lines()) console.log(line)
}

/** Rows as columns of equal width. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
