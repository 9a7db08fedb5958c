const dayMs = 86_400_000

/**
 * How many entries a feed gives in a day, judged by the entries it shows: their number over the time from the oldest to
 * now, so that a feed that has fallen silent counts as slow.
 *
 * @param published when its entries were published; those without a date are left out by the caller
 * @returns entries a day, or null when fewer than two dates are known
 */
export function publishingRate(published: readonly Date[], now: Date): number | null {
  if (published.length < 2) return null
  const oldest = Math.min(...published.map((date) => date.getTime()))
  const days = Math.max((now.getTime() - oldest) / dayMs, 1 / 24)
  return published.length / days
}
