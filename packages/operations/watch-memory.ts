import type { DurationCounts } from './durations.ts'
import { searchableBetween } from './searchable-delay.ts'
import { stageFlows } from './stage-flow.ts'
import type { Reading, StageFlow } from './stage-flow.ts'

/** How a stage did in one minute; charts are drawn from these. */
export type StageMinute = {
  readonly stage: string
  readonly arrivalsPerSecond: number
  readonly settledPerSecond: number
  readonly errorShare: number
  readonly busyShare: number
  /** At the end of the minute. */
  readonly waiting: number
  readonly serviceP95Ms: number | null
}

/** What watchers keep of the last hour. */
export type WatchMemory = {
  /** The latest is the last. */
  readonly readings: readonly Reading[]
  /** The reading that the present minute began with. */
  readonly minuteFrom: Reading
  /** The latest is the last. */
  readonly minutes: readonly {
    readonly atMs: number
    readonly stages: readonly StageMinute[]
    /** What an older Rafid has kept does not tell. */
    readonly searchable?: DurationCounts
  }[]
}

/** Flows are those of this span, in milliseconds: long enough for a slow stage, short enough to tell of trouble at once. */
const spanMs = 30_000
const minuteMs = 60_000
const minutesKept = 60

/** Adds a reading to what is kept, and forgets what is too old. */
export function remember(memory: WatchMemory | null, reading: Reading): WatchMemory {
  if (memory === null || reading.atMs <= (memory.readings.at(-1)?.atMs ?? 0)) {
    return memory ?? { readings: [reading], minuteFrom: reading, minutes: [] }
  }
  // The youngest that is older than the span is where it begins.
  const from = memory.readings.findLastIndex(({ atMs }) => atMs <= reading.atMs - spanMs)
  const readings = [...memory.readings.slice(Math.max(0, from)), reading]
  if (reading.atMs - memory.minuteFrom.atMs < minuteMs) return { ...memory, readings }
  const stages = stageFlows(memory.minuteFrom, reading).map(minuteOf)
  const searchable = searchableBetween(memory.minuteFrom, reading)
  const minutes = [...memory.minutes, { atMs: reading.atMs, stages, searchable }].slice(-minutesKept)
  return { readings, minuteFrom: reading, minutes }
}

/** How jobs flow now. Until there are two readings nothing is known of rates. */
export function flowsNow({ readings }: WatchMemory): StageFlow[] {
  const [first, last] = [readings[0], readings.at(-1)]
  return first === undefined || last === undefined ? [] : stageFlows(first, last)
}

function minuteOf(flow: StageFlow): StageMinute {
  const { name: stage, arrivalsPerSecond, settledPerSecond, errorShare, busyShare, waiting, serviceMs } = flow
  return { stage, arrivalsPerSecond, settledPerSecond, errorShare, busyShare, waiting, serviceP95Ms: serviceMs.p95 }
}
