import { words } from '@rafid/text'

/** Word 3-grams of a text's normalised form: the same words for every peer, so that only the methods differ. */
export function shingles(text: string, size = 3): string[] {
  const all = words(text)
  return Array.from({ length: Math.max(0, all.length - size + 1) }, (_, at) => all.slice(at, at + size).join(' '))
}

/** Source: FNV-1a of 32 bits, with the finaliser of MurmurHash3. */
export function hash32(text: string): number {
  let hash = 0x811c_9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193)
  return mix32(hash)
}

export function mix32(value: number): number {
  let mixed = value >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
