import { markedCharset, unmarkedUtf16 } from './byte-order.ts'
import { declaredCharsets, type DocumentKind } from './declared-charsets.ts'
import { looksArabic } from './looks-arabic.ts'
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
 * header, then the XML declaration or meta, then windows-1256 if the bytes look Arabic, then windows-1252. Never
 * throws: what cannot be decoded becomes U+FFFD.
 *
 * @returns the text without its byte order mark, and the encoding it was read in, as `TextDecoder` names it
 */
export function decodeBytes(bytes: Uint8Array, options: Options): { text: string; charset: string } {
  const charset = chooseCharset(bytes, options)
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

function chooseCharset(bytes: Uint8Array, { contentType = null, kind }: Options): string {
  const certain = markedCharset(bytes) ?? unmarkedUtf16(bytes)
  if (certain !== null) return certain
  const evidence = utf8Evidence(bytes)
  if (evidence === 'valid' || evidence === 'mostly') return 'utf-8'
  const declared = declaredCharsets(bytes, contentType, kind).filter((charset) => isPossible(charset, evidence))
  return declared.find((charset) => !isWeak(charset)) ?? guess(bytes, evidence, declared[0])
}

/** A label that could be read as ASCII is not UTF-16, and one that says UTF-8 of bytes that are not is wrong. */
function isPossible(charset: string, evidence: Utf8Evidence): boolean {
  return !charset.startsWith('utf-16') && (charset !== 'utf-8' || evidence === 'ascii')
}

/** Servers send `iso-8859-1` as their default for pages in every language. */
function isWeak(charset: string): boolean {
  return charset === 'windows-1252'
}

function guess(bytes: Uint8Array, evidence: Utf8Evidence, declared: string | undefined): string {
  if (evidence === 'ascii') return declared ?? 'utf-8'
  return looksArabic(bytes) ? 'windows-1256' : 'windows-1252'
}
