/** A source of numbers in [0, 1). */
export type Random = () => number

/**
 * A reproducible source of numbers: a 32-bit Weyl sequence put through the MurmurHash3 finalizer.
 *
 * @param seed any integer; equal seeds give equal sequences
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    return mixed(state) / 2 ** 32
  }
}

/** A 32-bit number that depends on every character of `text`. */
export function hashOf(text: string): number {
  let hash = 0
  for (const character of text) hash = mixed(hash ^ (character.codePointAt(0) ?? 0))
  return hash
}

export function integerBetween(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** One element of a list that is not empty. */
export function sample<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new RangeError('cannot sample an empty list')
  return chosen
}

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
