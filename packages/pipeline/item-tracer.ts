import type { ItemReport, SeenReport } from '@rafid/operations'

/** Where the way of items is written down. */
export type ItemTracer = {
  record(reports: readonly ItemReport[]): Promise<void>
  recordSeen(seen: SeenReport): Promise<void>
}

/** What operators do to dead letters is part of their items' way. */
export type OperatorItemTracer = ItemTracer & {
  get(ids: readonly string[]): Promise<readonly { readonly deaths: number }[]>
  recordAgain(report: ItemReport, deaths: number): Promise<void>
}
