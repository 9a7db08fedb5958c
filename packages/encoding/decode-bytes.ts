import { markedCharset, unmarkedUtf16 } from './byte-order.ts'
import { declaredCharsets, type DocumentKind } from './declared-charsets.ts'
import { guessCharset } from './guess-charset.ts'
import { decodeUtf32, utf32Of } from './utf32.ts'
import { utf8Evidence } from './utf8-evidence.ts'

/** The one encoding whose bytes look like ASCII and are not says so itself. */
const escapeToJapanese = '\u001b$B'

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
  const marked = markedCharset(bytes) ?? unmarkedUtf16(bytes)
  if (marked !== null) return decoded(bytes, marked)
  const { kind, text } = utf8Evidence(bytes)
  if (kind === 'valid' && text !== null) return { text, charset: 'utf-8' }
  if (kind === 'mostly') return decoded(bytes, 'utf-8')
  const declared = declaredCharsets(bytes, options.contentType ?? null, options.kind)
  if (kind === 'none' || text === null) return decoded(bytes, charsetOfLegacy(bytes, declared))
  const possible = declared.filter((charset) => !charset.startsWith('utf-16'))
  const charset = possible.find((each) => !isWeak(each)) ?? possible[0] ?? 'utf-8'
  return text.includes(escapeToJapanese) ? decoded(bytes, 'iso-2022-jp') : { text, charset }
}

function decoded(bytes: Uint8Array, charset: string): { text: string; charset: string } {
  return { text: new TextDecoder(charset).decode(bytes), charset }
}

/** Of bytes that are not UTF-8, whatever says so. */
function charsetOfLegacy(bytes: Uint8Array, declared: readonly string[]): string {
  const strong = declared.filter((charset) => !charset.startsWith('utf-') && !isWeak(charset))
  return strong.find((charset) => isReadable(bytes, charset)) ?? guessCharset(bytes) ?? strong[0] ?? 'windows-1252'
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
