import { isItemStage } from '@rafid/operations'
import type { ItemReport } from '@rafid/operations'
import type { DeadLetter } from './dead-letters.ts'
import { relationOf } from './item-reports.ts'

/**
 * What the fate of a dead letter means for its item; null for one that was about none.
 *
 * @param outcome `dead`: it was found lying there
 */
export function letterReport(letter: DeadLetter, outcome: 'dead' | 'redriven' | 'dropped'): ItemReport | null {
  const { item, stage, payload, code, attempts, worker } = letter
  if (item === null) return null
  const { startedAt, ...about } = item
  const here = { stage, relation: relationOf(payload), reason: code }
  const atMs = outcome === 'dead' ? letter.diedAt.getTime() : Date.now()
  return {
    item: about,
    traceId: letter.traceId ?? '',
    startedAtMs: startedAt.getTime(),
    how: outcome === 'redriven' ? 'again' : outcome === 'dead' ? 'swept' : 'forward',
    to: isItemStage(here.stage) ? stateOf({ ...here, stage: here.stage }, outcome) : null,
    event: { stage, atMs, waitedMs: null, tookMs: 0, outcome, code, attempt: attempts, worker, times: 1 },
    articleIds: [],
    articleId: null,
  }
}

function stateOf(here: Omit<NonNullable<ItemReport['to']>, 'phase'>, outcome: 'dead' | 'redriven' | 'dropped') {
  return outcome === 'redriven' ? { ...here, phase: 'waiting' as const, reason: null } : { ...here, phase: outcome }
}
