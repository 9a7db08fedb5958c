import { charsetOf } from './charset-label.ts'

const prologBytesMax = 4_096

export type DocumentKind = 'html' | 'xml' | 'text'

/**
 * The encodings a response claims, strongest claim first: the HTTP header, then what the document says of itself.
 *
 * HTML is searched for its meta elements through 4 KB, since publishers put them behind scripts beyond the 1,024 bytes
 * that the HTML standard asks of browsers.
 */
export function declaredCharsets(bytes: Uint8Array, contentType: string | null, kind: DocumentKind): string[] {
  const labels = [headerLabel(contentType), ...(kind === 'text' ? [] : prologLabels(bytes, kind))]
  return labels.map((label) => (label === undefined ? null : charsetOf(label))).filter((charset) => charset !== null)
}

function headerLabel(contentType: string | null): string | undefined {
  return contentType === null ? undefined : labelIn(contentType.slice(0, 1_024))
}

function prologLabels(bytes: Uint8Array, kind: 'html' | 'xml'): string[] {
  const prolog = new TextDecoder('latin1').decode(bytes.subarray(0, prologBytesMax))
  const declaration = /<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]{1,40})["']/i.exec(prolog)?.[1]
  const metas = kind === 'html' ? metaLabels(prolog) : []
  return declaration === undefined ? metas : [...metas, declaration]
}

function metaLabels(prolog: string): string[] {
  const live = prolog.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '')
  return [...live.matchAll(/<meta\b[^>]{1,1024}>/gi)].flatMap(([tag]) => labelIn(tag) ?? [])
}

function labelIn(text: string): string | undefined {
  return /\bcharset\s*=\s*["']?\s*([^\s"'/>;,]{1,40})/i.exec(text)?.[1]
}
