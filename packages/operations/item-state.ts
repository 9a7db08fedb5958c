/** The stages that an item passes, in their order. What else is done for it, such as telling its story, moves it nowhere. */
export const itemStages = ['fetch-page', 'parse-page', 'deduplicate-article', 'index-article'] as const

export type ItemStage = (typeof itemStages)[number]

/** From what can still change to what is final; of two reports on one stage the later of these stands. */
const phases = ['waiting', 'joined', 'dead', 'dropped', 'done'] as const

/**
 * Where an item is: one new or edited entry of a feed.
 *
 * - `waiting`: its job waits, is delayed or is in hand.
 * - `joined`: a job of the same key waited already, for another item.
 * - `dead`: its job is a dead letter. `dropped`: an operator has removed that.
 * - `done`: the stage was the last one; `reason` is the stage's outcome.
 */
export type ItemState = {
  readonly phase: (typeof phases)[number]
  readonly stage: ItemStage
  /** What the deduplicator found; null before. */
  readonly relation: string | null
  /** The code of a dead or dropped job, the outcome of one that is done. */
  readonly reason: string | null
}

/** Whether a stage is one of those that move an item. */
export function isItemStage(name: string): name is ItemStage {
  return (itemStages as readonly string[]).includes(name)
}

/**
 * How far a state is on the way. Reports come twice, late and in any order: an item only moves to a state of a higher rank,
 * so whoever is heard last, the same state stands.
 */
export function itemRank({ phase, stage }: Pick<ItemState, 'phase' | 'stage'>): number {
  return itemStages.indexOf(stage) * phases.length + phases.indexOf(phase)
}

/** A state as the name of its counter. */
export function formatItemState({ phase, stage, relation, reason }: ItemState): string {
  return [phase, stage, relation ?? '-', reason ?? '-'].map((part) => part.replaceAll(/\s/g, '_')).join(' ')
}

/** The state that a counter counts; null for a name that is none. */
export function parseItemState(text: string): ItemState | null {
  const [phase = '', stage = '', relation = '-', reason = '-'] = text.split(' ')
  if (!isPhase(phase) || !isItemStage(stage)) return null
  return { phase, stage, relation: relation === '-' ? null : relation, reason: reason === '-' ? null : reason }
}

function isPhase(text: string): text is ItemState['phase'] {
  return (phases as readonly string[]).includes(text)
}
