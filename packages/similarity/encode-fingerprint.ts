import type { Fingerprint } from './fingerprint.ts'

/** Hash, words, shingles and the lengths of the four lists. */
const contentHashChars = 28
const headerBytes = contentHashChars + 4 + 4 + 2 * 4

/**
 * A fingerprint as bytes: about a kilobyte, at most 1.2.
 *
 * @returns little endian, whatever the machine
 */
export function encodeFingerprint({
  contentHash,
  words,
  shingles,
  sketch,
  head,
  numbers,
  names,
}: Fingerprint): Uint8Array {
  const lists = [head, numbers, names]
  const bytes = new Uint8Array(headerBytes + sketch.length * 4 + lists.reduce((sum, list) => sum + list.length * 2, 0))
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(contentHash.padEnd(contentHashChars)))
  let at = contentHashChars
  for (const value of [words, shingles]) at = put32(view, at, value)
  for (const { length } of [sketch, ...lists]) at = put16(view, at, length)
  for (const value of sketch) at = put32(view, at, value)
  for (const list of lists) for (const value of list) at = put16(view, at, value)
  return bytes
}

/**
 * Reads what `encodeFingerprint` wrote.
 *
 * @throws RangeError for anything else
 */
export function decodeFingerprint(bytes: Uint8Array): Fingerprint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const contentHash = new TextDecoder().decode(bytes.subarray(0, contentHashChars)).trimEnd()
  const words = view.getUint32(contentHashChars, true)
  const shingles = view.getUint32(contentHashChars + 4, true)
  const [sketchLength = 0, ...lengths] = [0, 1, 2, 3].map((list) =>
    view.getUint16(contentHashChars + 8 + list * 2, true),
  )
  let at = headerBytes
  const sketch = Uint32Array.from({ length: sketchLength }, (_, index) => view.getUint32(at + index * 4, true))
  at += sketchLength * 4
  const [head, numbers, names] = lengths.map((length) => {
    const list = Uint16Array.from({ length }, (_, index) => view.getUint16(at + index * 2, true))
    at += length * 2
    return list
  })
  const none = new Uint16Array()
  return { contentHash, words, shingles, sketch, head: head ?? none, numbers: numbers ?? none, names: names ?? none }
}

function put32(view: DataView, at: number, value: number): number {
  view.setUint32(at, value, true)
  return at + 4
}

function put16(view: DataView, at: number, value: number): number {
  view.setUint16(at, value, true)
  return at + 2
}
