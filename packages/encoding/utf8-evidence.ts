const beyondAscii = /[\u0080-\uffff]/
const sampleBytesMax = 256 * 1024

/** `text` is there where the bytes are valid UTF-8. */
type Utf8Evidence = { readonly kind: 'ascii' | 'valid' | 'mostly' | 'none'; readonly text: string | null }

/**
 * How much the bytes look like UTF-8.
 *
 * Text in any other encoding practically never forms valid multi-byte sequences, so `valid` outweighs every label.
 * `mostly` is UTF-8 with a few stray bytes (an advertisement pasted in another encoding, a title cut inside a
 * character).
 */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  const text = textIfValid(bytes)
  if (text?.length === bytes.length) return { kind: 'ascii', text }
  // A lone lead byte at the very end is no evidence: the é of a Latin «café» is one too.
  if (text !== null && beyondAscii.test(text)) return { kind: 'valid', text }
  const { sequences, strays } = count(bytes.subarray(0, sampleBytesMax))
  return { kind: sequences > 20 * strays ? 'mostly' : 'none', text: null }
}

function textIfValid(bytes: Uint8Array): string | null {
  try {
    // As a stream, because a body that was cut may end inside a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

function count(bytes: Uint8Array): { sequences: number; strays: number } {
  let sequences = 0
  let strays = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length > 1) sequences++
    if (length === 0) strays++
    at += Math.max(1, length)
  }
  return { sequences, strays }
}

/** Bytes of the well-formed sequence at `at`, 0 when there is none (RFC 3629, without the rare overlong checks). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
  for (let index = 1; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}
