const sampleBytes = 512
const bytesPerCharacter = 4

export type Utf32 = 'utf-32le' | 'utf-32be'

/** UTF-32, which no browser and no `TextDecoder` knows: by its mark, or by the zero bytes of its markup. */
export function utf32Of(bytes: Uint8Array): Utf32 | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  const sample = bytes.subarray(0, sampleBytes - (sampleBytes % bytesPerCharacter))
  const zeros = [0, 0, 0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1
  const characters = sample.length / bytesPerCharacter
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  // The planes beyond the first are nearly empty, and markup is ASCII.
  if (characters < 2) return null
  const isMost = (count: number, share: number): boolean => count >= characters * share
  if (isMost(fourth, 1) && isMost(third, 0.9) && isMost(second, 0.3) && !isMost(first, 0.1)) return 'utf-32le'
  return isMost(first, 1) && isMost(second, 0.9) && isMost(third, 0.3) && !isMost(fourth, 0.1) ? 'utf-32be' : null
}

/** The text without its mark; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, charset: Utf32): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  for (let at = 0; at + bytesPerCharacter <= bytes.length; at += bytesPerCharacter) {
    const code = view.getUint32(at, charset === 'utf-32le')
    if (at === 0 && code === 0xfeff) continue
    const isCharacter = code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
    parts.push(String.fromCodePoint(isCharacter ? code : 0xfffd))
  }
  return parts.join('')
}
