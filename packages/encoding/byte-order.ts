const marks: readonly { charset: string; bytes: readonly number[] }[] = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
]
const sampleBytes = 512

/** The encoding that a byte order mark gives away. */
export function markedCharset(bytes: Uint8Array): string | null {
  return marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.charset ?? null
}

/**
 * UTF-16 without its mark, known by the zero bytes of its markup: every second byte of `<rss version=` is zero,
 * and no other encoding of text holds zeros at all.
 */
export function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 8
  if (odd > enough && even <= odd / 8) return 'utf-16le'
  if (even > enough && odd <= even / 8) return 'utf-16be'
  return null
}
