import { chooseNext } from './choose-next.ts'
import type { PollLimits } from './choose-next.ts'
import { heavier } from './error-weight.ts'
import type { FailureKind } from './error-weight.ts'
import { afterRedirect } from './feed-move.ts'
import { learn } from './learn.ts'
import type { PollingState } from './polling-state.ts'
import { isSilent } from './silence.ts'
import { bitsOf } from './skip-times.ts'

/** From its beginning to its failure a poll takes so long at most. */
const pollMaxMs = 60_000

/** What a document says of when it wants to be read again. */
export type PollHints = {
  readonly ttlMinutes: number | null
  /** UTC, 0–23. */
  readonly skipHours: readonly number[]
  /** UTC, 0 = Sunday. */
  readonly skipDays: readonly number[]
  readonly updateEveryMs: number | null
  readonly updateBase: Date | null
}

/** A document that was read. */
export type ReadDocument = {
  readonly hints: PollHints
  readonly shown: number
  /** The time of each entry that was new, as far as the publisher says; null where it does not. */
  readonly fresh: readonly (Date | null)[]
}

/** What a poll came to. */
export type PollResult =
  | { readonly kind: 'read'; readonly document: ReadDocument }
  | { readonly kind: 'not-modified' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'failed'; readonly failure: FailureKind }
  /** 410: the publisher has ended the feed. */
  | { readonly kind: 'gone' }

export type Poll = {
  readonly at: Date
  readonly result: PollResult
  /** How long the answer stays fresh; see `freshMs`. */
  readonly freshMs?: number | null
  /** Of a 429 or a 503. */
  readonly retryAfterMs?: number | null
  /** Whether no validators were shown. */
  readonly full?: boolean
  /** Whether a whole document came under the validators of another one: «not modified» cannot be believed. */
  readonly lied?: boolean
  /** See `permanentTarget`. */
  readonly movedTo?: string | null
  /** Since when our own network is to blame; see `judgeFleet`. */
  readonly fleetOutSince?: Date | null
  /** Whether a hub is known to tell us of this feed's news. */
  readonly pushLives?: boolean
  /** Whether a hub has delivered the document: nobody has asked for it. */
  readonly pushed?: boolean
  /** The operator's interval for this feed. */
  readonly ownIntervalMs?: number | null
}

/** What follows from a poll beside the next one. */
export type PollVerdict = {
  /** The publisher has ended the feed: it is polled no more until an operator revives it. */
  readonly gone: boolean
  /** The feed lives at this address from now on. */
  readonly adopt: string | null
  readonly silence: 'began' | 'ended' | null
  /** A pull has found what push should have told: push cannot be relied upon. */
  readonly pushMissed: boolean
}

/** A hub has this long to deliver an entry before a poll that finds it counts as proof against it. */
const deliveryMs = 10 * 60_000

/**
 * What is known of a feed after a poll, and when it is polled next (the rule: `chooseNext`). Pure. A rhythm is learnt
 * only from polls that ran on time; failures while our own network is to blame are not charged to the feed, nor are
 * those that came before anybody could know.
 *
 * @param random from 0 to 1, 1 excluded
 */
export function afterPoll(
  before: PollingState,
  poll: Poll,
  { random, limits }: { random: number; limits: PollLimits },
): { state: PollingState; verdict: PollVerdict } {
  const nowMs = poll.at.getTime()
  const failing = poll.result.kind === 'failed' || poll.result.kind === 'throttled'
  const outage = poll.result.kind === 'failed' && (poll.fleetOutSince ?? null) !== null
  const { move, adopt } = moveAfter(before, poll)
  const read = failing || poll.result.kind === 'gone' ? before : seen(before, poll)
  const errors = errorsAfter(before.errors, poll)
  const learnt = { ...read, errors, move }
  const silent = failing ? before.silentSinceMs !== null : isSilent(learnt, nowMs)
  const silentSinceMs = silent ? (before.silentSinceMs ?? learnt.lastNewAtMs ?? nowMs) : null
  const fresh = freshIn(poll)
  const pushed = poll.pushed === true
  const pushMissed = poll.pushLives === true && !pushed && before.readAtMs !== null && wasMissed(poll)
  const next = chooseNext(learnt, {
    nowMs,
    limits,
    random,
    failing,
    outage,
    retryAfterMs: poll.retryAfterMs ?? null,
    freshMs: poll.freshMs ?? null,
    overflow:
      before.readAtMs !== null && poll.result.kind === 'read' && fresh === poll.result.document.shown && fresh > 1,
    lastWaitMs: before.readAtMs === null ? 0 : nowMs - before.readAtMs,
    pushLives: (poll.pushLives === true || pushed) && !pushMissed,
    ownIntervalMs: poll.ownIntervalMs ?? null,
  })
  const silence = silent === (before.silentSinceMs !== null) ? null : silent ? 'began' : 'ended'
  const verdict = { gone: poll.result.kind === 'gone', adopt, silence, pushMissed } as const
  return { state: { ...learnt, silentSinceMs, next }, verdict }
}

function freshIn({ result }: Poll): number {
  return result.kind === 'read' ? result.document.fresh.length : 0
}

/** Whether a poll has found an entry that a hub has had the time to deliver. */
function wasMissed({ at, result }: Poll): boolean {
  const from = at.getTime() - deliveryMs
  return result.kind === 'read' && result.document.fresh.some((date) => date === null || date.getTime() <= from)
}

function moveAfter(before: PollingState, poll: Poll): ReturnType<typeof afterRedirect> {
  const { result, movedTo = null } = poll
  if (result.kind === 'not-modified') {
    return afterRedirect(before.move, { movedTo, overlap: null, atMs: poll.at.getTime() })
  }
  // What failed says nothing of where the feed lives, a maintenance page least of all; nor does what a hub delivers.
  if (result.kind !== 'read' || poll.pushed === true) return { move: before.move, adopt: null }
  const { shown, fresh } = result.document
  // An empty document is no proof of anything.
  return afterRedirect(before.move, { movedTo, overlap: shown > fresh.length, atMs: poll.at.getTime() })
}

function seen(before: PollingState, poll: Poll): PollingState {
  const state = learn(before, poll)
  if (poll.result.kind !== 'read') return state
  const { ttlMinutes, skipHours, skipDays, updateEveryMs, updateBase } = poll.result.document.hints
  const hints = {
    ttlMs: ttlMinutes === null ? null : ttlMinutes * 60_000,
    updateEveryMs,
    updateBaseMs: updateBase?.getTime() ?? null,
    skipHours: bitsOf(skipHours),
    skipDays: bitsOf(skipDays),
  }
  return { ...state, hints }
}

function errorsAfter(before: PollingState['errors'], poll: Poll): PollingState['errors'] {
  const none = { inARow: 0, weight: 0, sinceMs: null }
  const { result, fleetOutSince = null } = poll
  switch (result.kind) {
    case 'read':
    case 'not-modified':
      return none
    case 'gone':
      return before
    case 'throttled':
    case 'failed': {
      if (result.kind === 'failed' && fleetOutSince !== null) {
        // The first failures of an outage were charged before anybody could know.
        const since = fleetOutSince.getTime() - pollMaxMs
        return before.sinceMs !== null && before.sinceMs >= since ? none : before
      }
      const kind = result.kind === 'throttled' ? 'server' : result.failure
      const sinceMs = before.sinceMs ?? poll.at.getTime()
      return { inARow: before.inARow + 1, weight: heavier(before.weight, kind), sinceMs }
    }
  }
}
