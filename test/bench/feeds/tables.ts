import { textTable } from '../text-table.ts'
import type { AttackResult } from './attacks.ts'
import type { Quality } from './quality.ts'

export const attackCpuMsMax = 1_000
export const attackMbMax = 300
const firstGroups = ['all', 'third-party', 'generated']

/** Per cent of the cases that pass, by group, readers side by side; what each threw and let through at the end. */
export function qualityTable(results: ReadonlyMap<string, Quality>): string {
  const groups = new Set([
    ...firstGroups,
    ...[...results.values()].flatMap(({ groups: own }) => Object.keys(own)).toSorted(),
  ])
  const qualities = [...results.values()]
  const rows = [...groups].map((group) => {
    const n = qualities.find(({ groups: own }) => own[group] !== undefined)?.groups[group]?.n ?? 0
    return [`${group} (${n})`, ...qualities.map(({ groups: own }) => own[group]?.percent.toFixed(1) ?? '–')]
  })
  return textTable(
    ['% of cases', ...results.keys()],
    [
      ...rows,
      ['threw on', ...qualities.map(({ exceptions }) => String(exceptions))],
      ['unsafe HTML in', ...qualities.map(({ unsafe }) => String(unsafe))],
    ],
  )
}

/** Megabytes a second of processor time reads, the fastest first. */
export function speedTable(rates: ReadonlyMap<string, number>, reference: string): string {
  const own = rates.get(reference)
  const rows = [...rates]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, rate]) => [name, rate.toFixed(1), own ? (rate / own).toFixed(2) : '–'])
  return textTable(['real feeds', 'MB/CPU s', `x ${reference}`], rows)
}

/** Why a hostile feed counts as lost; null when it does not. */
export function failureOf({ cost }: AttackResult): string | null {
  if (typeof cost === 'string') return cost
  if (!cost.isTyped) return cost.outcome
  if (cost.cpuMs > attackCpuMsMax) return 'slow'
  return cost.peakMb > attackMbMax ? 'large' : null
}

/** A line per hostile feed: what one reader made of it and at what cost. */
export function attackTable(name: string, results: readonly AttackResult[]): string {
  const rows = results.map((result) => {
    const { cost } = result
    const cells =
      typeof cost === 'string'
        ? ['–', '–', '–', '']
        : [megabytes(cost.bytes), cost.cpuMs.toFixed(0), cost.peakMb.toFixed(0), cost.outcome]
    return [result.name, ...cells, failureOf(result) ?? '']
  })
  return textTable([`${name}, hostile feed`, 'MB', 'CPU ms', 'peak MB', 'outcome', 'failed'], rows)
}

/** How many hostile feeds each reader lost, and the worst that it survived. */
export function attackSummary(all: ReadonlyMap<string, readonly AttackResult[]>): string {
  const rows = [...all].map(([name, results]) => {
    const costs = results.flatMap(({ cost }) => (typeof cost === 'string' ? [] : [cost]))
    const failed = results.filter((result) => failureOf(result) !== null).length
    const worst = (of: (cost: (typeof costs)[number]) => number): string => Math.max(0, ...costs.map(of)).toFixed(0)
    return [name, String(results.length), String(failed), worst(({ cpuMs }) => cpuMs), worst(({ peakMb }) => peakMb)]
  })
  return textTable(['hostile feeds', 'read', 'failed', 'most CPU ms', 'most MB'], rows)
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
