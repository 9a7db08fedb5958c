export const fnvOffset = 0x811c_9dc5

/** One UTF-16 unit of FNV-1a. */
export function fnvStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x0100_0193)
}

/** Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a, 32 bits, over UTF-16 units. */
export function fnv1a(word: string): number {
  let hash = fnvOffset
  for (let index = 0; index < word.length; index += 1) hash = fnvStep(hash, word.charCodeAt(index))
  return hash >>> 0
}

/** Finaliser of MurmurHash3 (A. Appleby): every bit of the input changes half of the output. */
export function mix(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
