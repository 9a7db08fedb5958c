/**
 * How many letters must be changed, added, dropped or exchanged with their neighbour to make one word the other (optimal
 * string alignment).
 *
 * @param max more is not told apart: the result is then `max + 1`
 * @see Damerau, "A technique for computer detection and correction of spelling errors", 1964
 */
export function editDistance(one: string, other: string, max: number): number {
  if (Math.abs(one.length - other.length) > max) return max + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let from = 1; from <= one.length; from += 1) {
    const next = [from]
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[from - 1] === other[to - 1]
      let least = Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + (same ? 0 : 1))
      const isExchanged = from > 1 && to > 1 && one[from - 1] === other[to - 2] && one[from - 2] === other[to - 1]
      if (isExchanged) least = Math.min(least, (before[to - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > max) return max + 1
    before = row
    row = next
  }
  return Math.min(row[other.length] ?? 0, max + 1)
}
