import { textTable } from '../text-table.ts'
import type { Report } from './score.ts'

/** One method on one set. */
export type Row = Report & {
  /** Copies alone. */
  readonly docsPerSecond: number
  /** The stories on top of them. */
  readonly storiesPerSecond?: number
}

const header = ['set', 'method', 'pair P', 'R', 'F1', 'B³', 'stories B³', 'docs/CPU-s', 'stories/CPU-s']

/** The figures of all methods, set by set; a set without a truth of a kind has blanks there. */
export function dedupTable(results: ReadonlyMap<string, ReadonlyMap<string, Row>>): string {
  const sets = [...new Set([...results.values()].flatMap((rows) => [...rows.keys()]))]
  const lines = sets.flatMap((set) =>
    [...results].flatMap(([method, rows]) => {
      const row = rows.get(set)
      return row === undefined ? [] : [[set, method, ...cells(row)]]
    }),
  )
  return textTable(header, lines)
}

function cells({ dup, pairs, story, storyByLang, docsPerSecond, storiesPerSecond }: Row): string[] {
  const [precision, recall, f1] = pairs
    ? [pairs.P, pairs.R, pairs.F1]
    : [dup?.pairP ?? null, dup?.pairR ?? null, dup?.pairF1 ?? null]
  const languages = Object.entries(storyByLang ?? {}).filter(([lang]) => lang === 'ar' || lang === 'en')
  const stories =
    languages.length > 1
      ? languages.map(([lang, { b3F1 }]) => `${lang} ${b3F1.toFixed(1)}`).join(' ')
      : percent(story?.b3F1 ?? null)
  return [
    ...[precision, recall, f1, dup?.b3F1 ?? null].map(percent),
    stories,
    Math.round(docsPerSecond).toLocaleString('en'),
    storiesPerSecond === undefined ? '' : Math.round(storiesPerSecond).toLocaleString('en'),
  ]
}

function percent(share: number | null): string {
  return share === null ? '' : (share * 100).toFixed(1)
}
