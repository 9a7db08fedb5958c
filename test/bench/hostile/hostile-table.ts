import { textTable } from '../text-table.ts'
import type { PageCost } from './page-cost.ts'

export const cpuMsMax = 2_000
export const memoryMbMax = 300
const reasonCharsMax = 60

/** What came of a hostile page: its cost, or what became of the process. */
export type HostileResult = { readonly name: string; readonly cost: PageCost | string }

/** Why a page counts as failed; null when it does not. */
export function failureOf({ cost }: HostileResult): string | null {
  if (typeof cost === 'string') return cost
  if (cost.error !== null) return cost.error
  if (cost.cpuMs > cpuMsMax) return 'slow'
  return cost.memoryMb > memoryMbMax ? 'large' : null
}

/** A line per page, the slowest last, with what is wrong behind it; failed pages at the end. */
export function hostileTable(results: readonly HostileResult[]): string {
  const rows = results.toSorted((a, b) => weightOf(a) - weightOf(b)).map((result) => rowOf(result))
  return textTable(['page', 'chars', 'text', 'CPU ms', 'MB', ''], rows)
}

function weightOf({ cost }: HostileResult): number {
  if (typeof cost === 'string') return Infinity
  return Math.max(cost.cpuMs / cpuMsMax, cost.memoryMb / memoryMbMax)
}

function rowOf(result: HostileResult): string[] {
  const { name, cost } = result
  const figures = typeof cost === 'string' ? [] : [cost.chars, cost.textChars, cost.cpuMs, cost.memoryMb]
  const cells = ['–', '–', '–', '–'].map((absent, column) => figures[column]?.toFixed(0) ?? absent)
  return [name, ...cells, failureOf(result)?.split('\n', 1)[0]?.slice(0, reasonCharsMax) ?? '']
}
