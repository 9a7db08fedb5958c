import { createHash } from 'node:crypto'
import { feed, feedExplanation, pollingState } from '@rafid/contracts'
import type { Feed, FeedExplanation, LoggedPoll, StoredPollingState } from '@rafid/contracts'

/** The fields of a feed's hash in Redis. Those that an earlier release wrote are read as well. */
export type StoredFeed = Readonly<Record<string, string | undefined>>

/** What a list of feeds shows; the rest of the hash is for polling alone. */
export const listedFields = [
  'url',
  'title',
  'siteUrl',
  'addedAt',
  'lastPollAt',
  'lastOutcome',
  'errorCode',
  'errorsInARow',
  'entriesSeen',
  'status',
  'rule',
  'silentSince',
  'ownIntervalMs',
] as const

/** Polls that the log of a feed keeps. */
export const loggedPollsMax = 30

/** `f` and 16 hexadecimal digits of the hash of a feed's URL. */
export function feedIdOf(url: string): string {
  return `f${createHash('sha256').update(url).digest('hex').slice(0, 16)}`
}

/** A feed as operators and readers see it. */
export function feedOf(id: string, fields: StoredFeed, dueMs: number | null): Feed {
  return feed.parse({
    id,
    url: fields['url'],
    title: fields['title'] || null,
    siteUrl: fields['siteUrl'] || null,
    addedAt: instant(fields['addedAt']),
    lastPollAt: instant(fields['lastPollAt']),
    nextPollAt: dueMs === null ? null : new Date(dueMs).toISOString(),
    lastOutcome: fields['lastOutcome'] || null,
    errorCode: fields['errorCode'] || null,
    errorsInARow: Number(fields['errorsInARow'] ?? 0),
    entriesSeen: Number(fields['entriesSeen'] ?? 0),
    status: fields['status'] || 'active',
    pollRule: fields['rule'] || null,
    silentSince: instant(fields['silentSince']),
    ownIntervalMs: fields['ownIntervalMs'] ? Number(fields['ownIntervalMs']) : null,
  })
}

/** Everything that is known of a feed's polls. */
export function explanationOf(id: string, fields: StoredFeed, dueMs: number | null): FeedExplanation {
  const state = pollingOf(fields)
  const known = feedOf(id, fields, dueMs)
  const { rhythm } = state ?? {}
  return feedExplanation.parse({
    feed: known,
    next:
      dueMs === null ? null : { at: known.nextPollAt, rule: known.pollRule ?? 'new', wishes: state?.next.wishes ?? {} },
    rhythm:
      (rhythm && {
        entriesPerDay: rhythm.hours === 0 ? 0 : (rhythm.entries / Math.max(rhythm.hours, 1)) * 24,
        byHour: rhythm.byHour,
        byDay: rhythm.byDay,
        hoursWatched: rhythm.hours,
      }) ||
      null,
    lastNewAt: instant(state?.lastNewAtMs),
    failingSince: instant(state?.errors.sinceMs),
    moving: state?.move ? { ...state.move, since: instant(state.move.sinceMs) } : null,
    oldUrls: oldUrlsOf(fields),
    polls: pollsOf(fields['polls']),
  })
}

/** What polling remembers of a feed; null where an earlier release has written it, or none yet. */
export function pollingOf(fields: StoredFeed): StoredPollingState | null {
  const text = fields['polling']
  if (!text) return null
  const read = pollingState.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

/** Earlier addresses of a feed, the newest first. */
export function oldUrlsOf(fields: StoredFeed): string[] {
  return fields['oldUrls'] ? fields['oldUrls'].split('\n') : []
}

/** A poll as a line of a feed's log. Short: there are thirty lines a feed. */
export function lineOf(poll: LoggedPoll): string {
  const { at, outcome, entriesNew, errorCode, waitMs, rule } = poll
  const seconds = Math.floor(Date.parse(at) / 1000)
  return [seconds.toString(36), outcome, entriesNew, Math.round(waitMs / 1000), rule, errorCode ?? '']
    .join(' ')
    .trimEnd()
}

function pollsOf(log: string | undefined): LoggedPoll[] {
  const lines = (log ?? '').split('\n').filter((line) => line !== '')
  return lines.toReversed().map((line) => {
    const [at = '', outcome = '', entriesNew, waitSeconds, rule = '', errorCode = ''] = line.split(' ')
    return {
      at: new Date(Number.parseInt(at, 36) * 1000).toISOString(),
      outcome,
      entriesNew: Number(entriesNew),
      errorCode: errorCode === '' ? null : errorCode,
      waitMs: Number(waitSeconds) * 1000,
      rule,
    }
  })
}

function instant(ms: string | number | null | undefined): string | null {
  return ms ? new Date(Number(ms)).toISOString() : null
}
