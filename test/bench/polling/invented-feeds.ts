/** A feed that exists only here: when it publishes, and how many entries it shows at once. */
export type InventedFeed = {
  readonly kind: string
  /** Sorted, in milliseconds since the beginning of the simulation. */
  readonly entryMs: readonly number[]
  readonly shown: number
}

/** A source of random numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** How often a kind of feed publishes: entries an hour at an instant, given the local hour and the day of the week. */
type Rate = (hour: number, day: number, ms: number) => number

/** Kinds of feeds and how many of 70 are of each. */
const kinds: readonly { kind: string; count: number; make(random: Random, days: number): number[] }[] = [
  { kind: 'wire', count: 5, make: (random, days) => poisson(random, days, busy(between(random, 8, 30), 0.45)) },
  { kind: 'daily', count: 9, make: (random, days) => poisson(random, days, busy(between(random, 2, 9), 0.06)) },
  { kind: 'office', count: 7, make: (random, days) => poisson(random, days, office(between(random, 1, 5))) },
  { kind: 'local', count: 9, make: (random, days) => poisson(random, days, busy(between(random, 0.3, 1.5), 0.03)) },
  { kind: 'blog', count: 10, make: (random, days) => poisson(random, days, busy(between(random, 0.01, 0.08), 0.2)) },
  { kind: 'bulletin', count: 5, make: (random, days) => bulletins(random, days, 60) },
  { kind: 'digest', count: 6, make: (random, days) => bulletins(random, days, 24 * 60) },
  { kind: 'weekly', count: 4, make: (random, days) => bulletins(random, days, 7 * 24 * 60) },
  { kind: 'bursts', count: 7, make: (random, days) => bursts(random, days) },
  { kind: 'growing', count: 4, make: (random, days) => poisson(random, days, growing(between(random, 0.5, 2), days)) },
  { kind: 'quiet', count: 4, make: (random, days) => poisson(random, days, () => 1 / (24 * between(random, 10, 40))) },
]

/**
 * Seventy feeds of many rhythms.
 *
 * @param days how long they publish
 */
export function inventedFeeds(seed: number, days: number): InventedFeed[] {
  const random = randomFrom(seed)
  return kinds.flatMap(({ kind, count, make }) =>
    Array.from({ length: count }, () => ({
      kind,
      entryMs: make(random, days).toSorted((a, b) => a - b),
      shown: Math.round(between(random, 10, 60)),
    })),
  )
}

/** Random numbers of which a benchmark can be repeated. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Busy from morning to evening somewhere on earth, with less at weekends. */
function busy(peak: number, night: number): (random: Random) => Rate {
  return (random) => {
    const zone = Math.floor(between(random, 0, 24))
    const weekend = between(random, 0.4, 1)
    return (hour, day) => {
      const local = (hour + zone) % 24
      const byHour = local >= 7 && local < 22 ? 1 - 0.35 * Math.cos(((local - 7) / 15) * 2 * Math.PI) * 0.8 : night
      return peak * byHour * (day === 0 || day === 6 ? weekend : 1)
    }
  }
}

function office(peak: number): (random: Random) => Rate {
  return (random) => {
    const zone = Math.floor(between(random, 0, 24))
    return (hour, day) => {
      const local = (hour + zone) % 24
      return local >= 8 && local < 17 && day !== 0 && day !== 6 ? peak : 0.005
    }
  }
}

function growing(peak: number, days: number): Rate {
  return (_hour, _day, ms) => peak * (1 + (4 * ms) / (days * dayMs))
}

/** A Poisson process whose rate changes by the hour, by thinning in steps of a minute. */
function poisson(random: Random, days: number, given: Rate | ((random: Random) => Rate)): number[] {
  const rate = given.length === 1 ? (given as (random: Random) => Rate)(random) : (given as Rate)
  const found: number[] = []
  for (let ms = 0; ms < days * dayMs; ms += minuteMs) {
    const perHour = rate(Math.floor(ms / hourMs) % 24, Math.floor(ms / dayMs) % 7, ms)
    if (random() < perHour / 60) found.push(ms + random() * minuteMs)
  }
  return found
}

/** Some entries together at the same minute of every period, a few minutes more or less. */
function bulletins(random: Random, days: number, everyMinutes: number): number[] {
  const offset = random() * everyMinutes
  const together = between(random, 1, 6)
  const found: number[] = []
  for (let at = offset; at < days * 24 * 60; at += everyMinutes) {
    const wobble = between(random, -3, 3)
    const count = Math.max(random() < 0.9 ? 1 : 0, Math.round(together * between(random, 0.5, 1.5)))
    for (let n = 0; n < count; n += 1) found.push(Math.max(0, (at + wobble + n * between(random, 0, 1.5)) * minuteMs))
  }
  return found
}

/** Long silence, and then much at once: an event. */
function bursts(random: Random, days: number): number[] {
  const found: number[] = []
  for (let at = between(random, 0, 36) * hourMs; at < days * dayMs; at += between(random, 12, 60) * hourMs) {
    const lasts = between(random, 1, 6) * hourMs
    const count = Math.round(between(random, 8, 40))
    for (let n = 0; n < count; n += 1) found.push(at + random() * lasts)
  }
  return found.filter((ms) => ms < days * dayMs)
}

function between(random: Random, least: number, most: number): number {
  return least + random() * (most - least)
}
