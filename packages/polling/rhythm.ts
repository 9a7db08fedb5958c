/** When a feed publishes, learnt from its entries. Bounded: some forty numbers. */
export type Rhythm = {
  /** Entries seen; older ones count less and less. */
  readonly entries: number
  /** Hours watched, faded in the same way. */
  readonly hours: number
  /** Entries by hour of the day (UTC), by day of the week (0 = Sunday, UTC) and by twelfth of the hour. */
  readonly byHour: readonly number[]
  readonly byDay: readonly number[]
  readonly byTwelfth: readonly number[]
  /** Entries found and entries expected by the last polls: whether the feed is livelier now than it usually is. */
  readonly found: number
  readonly expected: number
}

const hourMs = 3_600_000

/** After so long a sighting counts for 37 %: seasons are forgotten, weekends are not. */
const memoryHours = 28 * 24
/** The same for how lively the feed is now. */
const livelyHours = 5
/** A feed that nobody has watched yet is taken to publish so many entries in so many hours. */
const prior = { entries: 0.5, hours: 3 }
/** How many entries' worth of doubt there is about every hour, day and twelfth, so that few entries bend nothing. */
const doubt = { hour: 0.6, day: 4, twelfth: 3, lively: 1.5 }
/** Hours watched after which the hours of the day and the days of the week are believed in full. */
const believed = { hour: 4 * 24, day: 15 * 24 }
const livelyRange = { min: 0.25, max: 4 }

/** The rhythm of a feed that nobody has watched. */
export function newRhythm(): Rhythm {
  return { entries: 0, hours: 0, byHour: none(24), byDay: none(7), byTwelfth: none(12), found: 0, expected: 0 }
}

/**
 * Adds what a poll has found to a rhythm.
 *
 * @param seen.fromMs when the feed was last looked at before
 * @param seen.toMs when it was looked at now
 * @param seen.entryMs the time of each new entry
 */
export function withSighting(
  rhythm: Rhythm,
  { fromMs, toMs, entryMs }: { fromMs: number; toMs: number; entryMs: readonly number[] },
): Rhythm {
  const hours = Math.max(0, toMs - fromMs) / hourMs
  const keep = Math.exp(-hours / memoryHours)
  const keepLively = Math.exp(-hours / livelyHours)
  const byHour = rhythm.byHour.map((value) => value * keep)
  const byDay = rhythm.byDay.map((value) => value * keep)
  const byTwelfth = rhythm.byTwelfth.map((value) => value * keep)
  for (const ms of entryMs) {
    const { hour, day, twelfth } = placeOf(ms)
    byHour[hour] = (byHour[hour] ?? 0) + 1
    byDay[day] = (byDay[day] ?? 0) + 1
    byTwelfth[twelfth] = (byTwelfth[twelfth] ?? 0) + 1
  }
  return {
    entries: rhythm.entries * keep + entryMs.length,
    hours: rhythm.hours * keep + hours,
    byHour,
    byDay,
    byTwelfth,
    found: rhythm.found * keepLively + entryMs.length,
    expected: rhythm.expected * keepLively + expectedEntries(rhythm, fromMs, toMs),
  }
}

/** Entries an hour at an instant, by what is usual then, not by how lively the feed is now. */
export function usualRate(rhythm: Rhythm): (atMs: number) => number {
  const base = (rhythm.entries + prior.entries) / (rhythm.hours + prior.hours)
  const byHour = shares(rhythm.byHour, doubt.hour, rhythm.hours / believed.hour)
  const byDay = shares(rhythm.byDay, doubt.day, rhythm.hours / believed.day)
  const byTwelfth = shares(rhythm.byTwelfth, doubt.twelfth, rhythm.hours / believed.hour)
  return (atMs) => {
    const { hour, day, twelfth } = placeOf(atMs)
    return base * (byHour[hour] ?? 1) * (byDay[day] ?? 1) * (byTwelfth[twelfth] ?? 1)
  }
}

/** How lively the feed is now: 1 as usual, 2 twice as lively. */
export function liveliness({ found, expected }: Rhythm): number {
  const ratio = (found + doubt.lively) / (expected + doubt.lively)
  return Math.min(Math.max(ratio, livelyRange.min), livelyRange.max)
}

/** How many entries a span of time usually brings. */
export function expectedEntries(rhythm: Rhythm, fromMs: number, toMs: number): number {
  const spanMs = toMs - fromMs
  if (spanMs <= 0) return 0
  const steps = Math.min(Math.max(1, Math.ceil(spanMs / (hourMs / 12))), stepsMax)
  const rateAt = usualRate(rhythm)
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum += rateAt(fromMs + ((step + 0.5) * spanMs) / steps)
  return (sum * spanMs) / steps / hourMs
}

/** A longer span is looked at in so many places. */
const stepsMax = 168 * 12

function none(length: number): number[] {
  return Array.from({ length }, () => 0)
}

/** How much more than the average each bin has; 1 while there is nothing to go by. */
function shares(bins: readonly number[], doubtEntries: number, belief: number): number[] {
  const mean = bins.reduce((sum, value) => sum + value, 0) / bins.length
  return bins.map((value) => 1 + Math.min(1, belief) * ((value + doubtEntries) / (mean + doubtEntries) - 1))
}

function placeOf(ms: number): { hour: number; day: number; twelfth: number } {
  const hours = Math.floor(ms / hourMs)
  // 1 January 1970 was a Thursday.
  return { hour: hours % 24, day: (Math.floor(hours / 24) + 4) % 7, twelfth: Math.floor(((ms / hourMs) % 1) * 12) }
}
