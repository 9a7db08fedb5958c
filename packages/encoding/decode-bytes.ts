import { markedCharset, unmarkedUtf16 } from './byte-order.ts'
import { declaredCharsets, type DocumentKind } from './declared-charsets.ts'
import { guessCharset } from './guess-charset.ts'
import { decodeUtf32, utf32Of } from './utf32.ts'
import { utf8Evidence, type Utf8Evidence } from './utf8-evidence.ts'

type Options = {
  /** The `Content-Type` header as received. */
  contentType?: string | null
  kind: DocumentKind
}

/**
 * Turns the bytes of a document into text, whatever it claims about itself.
 *
 * Byte order mark, then UTF-8 if the bytes are that beyond doubt (so a lying header or meta is overruled), then the
 * header, then the XML declaration or meta unless the bytes are not that, then the encoding in which they read like a
 * language, then windows-1252. Never throws: what cannot be decoded becomes U+FFFD.
 *
 * @returns the text without its byte order mark, and the encoding it was read in, as `TextDecoder` names it
 */
export function decodeBytes(bytes: Uint8Array, options: Options): { text: string; charset: string } {
  const wide = utf32Of(bytes)
  if (wide !== null) return { text: decodeUtf32(bytes, wide), charset: wide }
  const charset = chooseCharset(bytes, options)
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

function chooseCharset(bytes: Uint8Array, { contentType = null, kind }: Options): string {
  const certain = markedCharset(bytes) ?? unmarkedUtf16(bytes)
  if (certain !== null) return certain
  const evidence = utf8Evidence(bytes)
  if (evidence === 'valid' || evidence === 'mostly') return 'utf-8'
  const declared = declaredCharsets(bytes, contentType, kind).filter((charset) => isPossible(charset, evidence))
  if (evidence === 'ascii') return declared.find((charset) => !isWeak(charset)) ?? declared[0] ?? 'utf-8'
  const strong = declared.filter((charset) => !isWeak(charset))
  const guess = (): string => guessCharset(bytes) ?? strong[0] ?? 'windows-1252'
  return strong.find((charset) => isReadable(bytes, charset)) ?? guess()
}

/** A label that could be read as ASCII is not UTF-16, and one that says UTF-8 of bytes that are not is wrong. */
function isPossible(charset: string, evidence: Utf8Evidence): boolean {
  return !charset.startsWith('utf-16') && (charset !== 'utf-8' || evidence === 'ascii')
}

/** Servers send `iso-8859-1` as their default for pages in every language. */
function isWeak(charset: string): boolean {
  return charset === 'windows-1252'
}

/** Whether all bytes mean something in an encoding; the end may be cut. */
function isReadable(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
