/** Each bucket of durations is so many times wider than the one before: a quantile is off by a quarter at most. */
const growth = 1.5

/** The last bucket holds everything from about a day on. */
const bucketsMax = 46

/**
 * Durations counted by size, `counts[n]` those in the n-th bucket. Counts of several processes add up, and those of a span
 * of time are the difference of two readings, which quantiles themselves are not.
 */
export type DurationCounts = readonly number[]

/** The bucket of a duration. */
export function bucketOf(ms: number): number {
  if (!(ms > 1)) return 0
  return Math.min(bucketsMax - 1, 1 + Math.floor(Math.log(ms) / Math.log(growth)))
}

/** Counts one more duration, in place: a worker does so for each job. */
export function countDuration(counts: number[], ms: number): void {
  const bucket = bucketOf(ms)
  while (counts.length <= bucket) counts.push(0)
  counts[bucket] = (counts[bucket] ?? 0) + 1
}

/** Bucket by bucket, the first plus `sign` times the second; never less than nothing. */
export function combine(one: DurationCounts, other: DurationCounts, sign: 1 | -1): number[] {
  const length = Math.max(one.length, other.length)
  return Array.from({ length }, (_, at) => Math.max(0, (one[at] ?? 0) + sign * (other[at] ?? 0)))
}

/**
 * The duration that the given share of all stays under, in milliseconds: the geometric middle of its bucket.
 *
 * @param share 0 to 1
 * @returns null when nothing was counted
 */
export function quantileMs(counts: DurationCounts, share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let below = 0
  for (const [bucket, count] of counts.entries()) {
    below += count
    if (below >= share * total && count > 0) return bucket === 0 ? 1 : growth ** (bucket - 0.5)
  }
  return growth ** (bucketsMax - 0.5)
}
