import type { Pair } from './read-pairs.ts'
import { scorePairs } from './score-pairs.ts'

/** For each class how many pairs there are and how many are judged right, the half for tuning beside the one kept aside. */
export function pairTable(pairs: readonly Pair[]): string {
  const groups = [...new Set(pairs.map(({ group }) => group))]
  const rows = groups.map((group) =>
    row(
      group,
      pairs.filter((pair) => pair.group === group),
    ),
  )
  const halves = [
    ['precision', 'precision'],
    ['recall', 'recall'],
  ] as const
  const totals = halves.map(([name, key]) => {
    const parts = [half(pairs, false), half(pairs, true), pairs].map((part) => percent(scorePairs(part)[key]))
    return `| ${[name, '', ...parts].join(' | ')} |`
  })
  return [
    '| class | label | for tuning | kept aside | all |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    row('all', pairs),
    ...totals,
  ].join('\n')
}

function row(name: string, pairs: readonly Pair[]): string {
  const labels = [...new Set(pairs.map(({ label }) => label))]
  const parts = [half(pairs, false), half(pairs, true), pairs].map((part) => {
    const { count, right } = scorePairs(part)
    return `${Math.round(right * count)} of ${count}`
  })
  return `| ${[name, labels.length === 1 ? labels[0] : '', ...parts].join(' | ')} |`
}

function half(pairs: readonly Pair[], isKeptAside: boolean): Pair[] {
  return pairs.filter((pair) => pair.isKeptAside === isKeptAside)
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`
}
