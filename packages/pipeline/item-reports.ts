import { CodedError } from '@rafid/errors'
import { isItemStage, itemStages } from '@rafid/operations'
import type { ItemEvent, ItemReport, ItemState, SeenReport } from '@rafid/operations'
import { articleIdOf } from '@rafid/urls'
import type { Envelope } from './envelope.ts'
import type { FollowingJob } from './following-jobs.ts'
import type { Settled } from './settle-job.ts'
import type { SeenEntry } from './stage.ts'

/** What became of a delivery, as `settleJob` tells it. */
export type ToldDelivery = {
  readonly stage: string
  readonly jobKey: string
  readonly envelope: Envelope
  readonly settled: Settled
  readonly following: readonly FollowingJob[]
  /** Those of the jobs that follow that have joined one of another item. */
  readonly joined: ReadonlySet<FollowingJob>
  readonly seen: readonly SeenEntry[] | null
}

/** What only who delivered the job knows of it. */
export type DeliveryFacts = Pick<ItemEvent, 'atMs' | 'waitedMs' | 'tookMs' | 'attempt' | 'worker'> & {
  /** Whether somebody has had the job in hand before. */
  readonly isRepeated: boolean
}

/** What is to be written down of the items that a delivery was about, or has begun. */
export function itemReports(told: ToldDelivery, { isRepeated, ...facts }: DeliveryFacts): ItemReport[] {
  const { envelope, settled, stage, following, joined } = told
  if (settled.kind === 'returned') return []
  const { item, traceId, startedAt, payload } = envelope
  const about = { traceId, startedAtMs: Date.parse(startedAt), how: isRepeated ? 'repeated' : 'forward' } as const
  const event = { stage, ...facts, ...outcomeOf(settled), times: 1 }
  if (item !== undefined) {
    const articleId = articleIdOfJobs([payload, ...following.map((job) => job.payload)])
    return [{ ...about, item, event, to: stateOf(told), articleId, articleIds: articleIdsOf(told, articleId) }]
  }
  return following.flatMap((job): ItemReport[] => {
    if (job.item === undefined) return []
    const to = {
      phase: joined.has(job) ? 'joined' : 'waiting',
      stage: itemStages[0],
      relation: null,
      reason: null,
    } as const
    return [
      { ...about, item: job.item, event, to, articleId: null, articleIds: idOfAddress(textOf(job.payload, 'url')) },
    ]
  })
}

/** What is to be counted of the entries that a feed showed; null for a delivery that was no feed. */
export function seenReport({ jobKey, envelope, seen, settled }: ToldDelivery): SeenReport | null {
  if (seen === null || settled.kind !== 'done') return null
  const { traceId, startedAt, payload } = envelope
  const about = { key: `${traceId} ${jobKey}`, feedId: textOf(payload, 'feedId'), startedAtMs: Date.parse(startedAt) }
  return { ...about, byHost: Object.fromEntries([...Map.groupBy(seen, hostOfEntry)].map(counted)) }
}

function hostOfEntry({ url }: SeenEntry): string {
  return url !== null && URL.canParse(url) ? new URL(url).host : ''
}

function counted([host, entries]: [string, readonly SeenEntry[]]): [string, Record<string, number>] {
  const counts: Record<string, number> = {}
  for (const { judgement } of entries) {
    // The new ones are items, which are counted where they are.
    if (judgement !== 'new') counts[judgement] = (counts[judgement] ?? 0) + 1
  }
  return [host, counts]
}

/** What the deduplicator has found of the article of a payload. */
export function relationOf(payload: unknown): string | null {
  return textOf(fieldOf(payload, 'relation'), 'kind')
}

function stateOf({ stage, envelope, settled, following, joined }: ToldDelivery): ItemState | null {
  if (!isItemStage(stage)) return null
  const here = { stage, relation: relationOf(envelope.payload), reason: null }
  if (settled.kind === 'dead') return { ...here, phase: 'dead', reason: settled.code }
  if (settled.kind !== 'done') return { ...here, phase: 'waiting' }
  for (const job of following) {
    const { name } = job.definition
    if (!isItemStage(name)) continue
    const relation = relationOf(job.payload)
    return { phase: joined.has(job) ? 'joined' : 'waiting', stage: name, relation, reason: null }
  }
  return { ...here, phase: 'done', reason: settled.outcome }
}

function outcomeOf(settled: Exclude<Settled, { readonly kind: 'returned' }>): Pick<ItemEvent, 'outcome' | 'code'> {
  if (settled.kind === 'done') return { outcome: settled.outcome, code: null }
  return { outcome: settled.kind, code: settled.code }
}

/** The stages that learn something new of where an item is to be found, and the one that asks who else is there. */
const findable: ReadonlySet<string> = new Set(['fetch-page', 'parse-page', 'index-article'])

/** An item is found by the address of its entry, by where that led, and by its article. */
function articleIdsOf({ stage, envelope }: ToldDelivery, articleId: string | null): string[] {
  if (!findable.has(stage)) return []
  const page = idOfAddress(textOf(envelope.payload, 'url'))
  return [...new Set([...page, ...(articleId === null ? [] : [articleId])])]
}

function articleIdOfJobs(payloads: readonly unknown[]): string | null {
  return payloads.map((payload) => textOf(payload, 'articleId')).find((id) => id !== null) ?? null
}

function idOfAddress(url: string | null): string[] {
  try {
    return url === null ? [] : [articleIdOf(url)]
  } catch (error) {
    if (error instanceof CodedError) return []
    throw error
  }
}

function textOf(value: unknown, key: string): string | null {
  const field = fieldOf(value, key)
  return typeof field === 'string' ? field : null
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
