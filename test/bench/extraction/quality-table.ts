import { textTable } from '../text-table.ts'
import type { Quality } from './quality.ts'

const measures = [
  ['F1', 'f1'],
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['exact', 'exact'],
  ['snippet F1', 'snippetF1'],
  ['title', 'title'],
  ['day', 'day'],
  ['author', 'author'],
] as const

/** A table per set, extractors side by side, in per cent; measures whose truth the set does not know are left out. */
export function qualityTable(results: ReadonlyMap<string, Quality>): string {
  const sets = new Set([...results.values()].flatMap((quality) => Object.keys(quality.sets)))
  return [...[...sets].map((set) => setTable(set, results)), failuresTable(results)].join('\n\n')
}

function setTable(set: string, results: ReadonlyMap<string, Quality>): string {
  const rows = [...results.values()].map((quality) => quality.sets[set])
  const known = measures.filter(([, key]) => rows.some((row) => typeof row?.[key] === 'number'))
  const pages = rows.find((row) => row !== undefined)?.n ?? 0
  return textTable(
    [`${set}, ${pages} pages`, ...results.keys()],
    known.map(([label, key]) => [label, ...rows.map((row) => row?.[key]?.toFixed(1) ?? '–')]),
  )
}

function failuresTable(results: ReadonlyMap<string, Quality>): string {
  const all = [...results.values()]
  return textTable(
    [`of ${all[0]?.pages ?? 0} pages`, ...results.keys()],
    [
      ['threw', ...all.map(({ threw }) => String(threw))],
      ['no text', ...all.map(({ empty }) => String(empty))],
    ],
  )
}
