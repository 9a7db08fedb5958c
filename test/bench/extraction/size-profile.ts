import { mean, percentile } from '../statistics.ts'

/** What one page cost. */
export type PageCost = {
  readonly id: string
  readonly bytes: number
  readonly cpuMs: number
}

/** What pages of about one size cost. */
export type SizeBin = {
  /** From and below these; one KB is 1000 bytes, null where there is no upper end. */
  readonly fromKb: number
  readonly belowKb: number | null
  readonly pages: number
  readonly meanMs: number
  /** All milliseconds of the bin over all its bytes. */
  readonly msPer100Kb: number
}

/** How the cost of a page depends on its size. */
export type SizeProfile = {
  readonly bins: readonly SizeBin[]
  readonly p50Ms: number
  readonly p95Ms: number
  readonly worst: { readonly id: string; readonly ms: number } | null
}

const boundsKb = [0, 50, 100, 200, 400, 800]

/** Sorts what pages cost by their size. Bins without a page are there, with zeros. */
export function sizeProfile(costs: readonly PageCost[]): SizeProfile {
  const cpuMs = costs.map((cost) => cost.cpuMs)
  const worst = costs.toSorted((a, b) => b.cpuMs - a.cpuMs)[0]
  return {
    bins: boundsKb.map((fromKb, index) => binOf(costs, fromKb, boundsKb[index + 1] ?? null)),
    p50Ms: percentile(cpuMs, 0.5),
    p95Ms: percentile(cpuMs, 0.95),
    worst: worst === undefined ? null : { id: worst.id, ms: worst.cpuMs },
  }
}

function binOf(costs: readonly PageCost[], fromKb: number, belowKb: number | null): SizeBin {
  const inside = costs.filter(({ bytes }) => bytes >= fromKb * 1000 && bytes < (belowKb ?? Infinity) * 1000)
  const bytes = inside.reduce((sum, cost) => sum + cost.bytes, 0)
  const cpuMs = inside.map((cost) => cost.cpuMs)
  const meanMs = mean(cpuMs)
  const msPer100Kb = bytes === 0 ? 0 : (meanMs * inside.length) / (bytes / 100_000)
  return { fromKb, belowKb, pages: inside.length, meanMs, msPer100Kb }
}
