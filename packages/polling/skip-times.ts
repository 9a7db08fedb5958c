const hourMs = 3_600_000
/** A long weekend: who asks for more than that is not believed. */
const skipHoursMax = 72
const allHours = 2 ** 24 - 1
const allDays = 2 ** 7 - 1

/** Hours (0–23) or days (0 = Sunday) as a set of bits. */
export function bitsOf(numbers: readonly number[]): number {
  let bits = 0
  for (const number of numbers) if (Number.isInteger(number) && number >= 0 && number < 24) bits |= 1 << number
  return bits
}

/**
 * The first instant, from a given one on, at which a publisher lets feeds be read. Source: RSS 2.0, `skipHours` and
 * `skipDays`, both in UTC.
 *
 * @param skip sets of bits; one that leaves no hour or no day free, and one that asks for more than 72 hours, is ignored
 * @returns the instant itself when it is free, else the beginning of the first free hour
 */
export function firstFree(atMs: number, skip: { skipHours: number; skipDays: number }): number {
  const skipHours = (skip.skipHours & allHours) === allHours ? 0 : skip.skipHours
  const skipDays = (skip.skipDays & allDays) === allDays ? 0 : skip.skipDays
  const first = Math.floor(atMs / hourMs)
  for (let hour = first; hour <= first + skipHoursMax; hour += 1) {
    const day = (Math.floor(hour / 24) + 4) % 7
    const taken = ((skipHours >> (hour % 24)) & 1) === 1 || ((skipDays >> day) & 1) === 1
    if (!taken) return Math.max(atMs, hour * hourMs)
  }
  return atMs
}
