import { textTable } from '../text-table.ts'
import type { SizeBin, SizeProfile } from './size-profile.ts'

/**
 * How many pages a second of processor time gives, the fastest first.
 *
 * @param rates pages per processor second by name
 * @param reference the name all others are compared with
 */
export function speedTable(rates: ReadonlyMap<string, number>, reference: string): string {
  const own = rates.get(reference)
  const rows = [...rates]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, rate]) => [name, rate.toFixed(1), (1000 / rate).toFixed(1), own ? (rate / own).toFixed(2) : '–'])
  return textTable(['', 'pages/CPU s', 'CPU ms/page', `x ${reference}`], rows)
}

/** What pages of each size cost an extractor. */
export function sizeTable(name: string, { bins, p50Ms, p95Ms, worst }: SizeProfile): string {
  const rows = bins.map((bin) => [
    rangeOf(bin),
    String(bin.pages),
    ...(bin.pages === 0 ? ['–', '–'] : [bin.meanMs.toFixed(2), bin.msPer100Kb.toFixed(2)]),
  ])
  const table = textTable([`${name} by page size`, 'pages', 'CPU ms/page', 'CPU ms/100 KB'], rows)
  const slowest = worst === null ? '' : `, worst ${worst.ms.toFixed(1)} ms (${worst.id})`
  return `${table}\np50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms${slowest}`
}

function rangeOf({ fromKb, belowKb }: SizeBin): string {
  return belowKb === null ? `over ${fromKb} KB` : `${fromKb}–${belowKb} KB`
}
