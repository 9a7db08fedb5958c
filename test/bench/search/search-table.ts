import { textTable } from '../text-table.ts'
import type { Quality } from './quality.ts'

/** MRR@10 of each task and language, an engine a column, and what each took. */
export function qualityTable(results: ReadonlyMap<string, Quality>): string {
  const names = [...results.keys()]
  const tasks = [...new Set([...results.values()].flatMap(({ rows }) => Object.keys(rows)))].toSorted()
  const cells = (of: (quality: Quality) => string): string[] => Array.from(results.values(), of)
  return textTable(
    ['MRR@10', ...names],
    [
      ...tasks.map((task) => [task, ...cells(({ rows }) => (rows[task]?.mrr10 ?? 0).toFixed(3))]),
      ['macro', ...cells(({ macroMrr }) => macroMrr.toFixed(4))],
      ['docs/CPU-s', ...cells(({ docsPerSecond }) => String(docsPerSecond))],
      ['bytes/doc', ...cells(({ bytesPerDoc }) => (bytesPerDoc === null ? 'in memory' : String(bytesPerDoc)))],
      ['p50 ms', ...cells(({ p50Ms }) => p50Ms.toFixed(1))],
      ['p95 ms', ...cells(({ p95Ms }) => p95Ms.toFixed(1))],
    ],
  )
}
