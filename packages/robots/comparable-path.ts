const reserved = /%(?:2f|3f|23|25|2a|24)/i
const unreserved = /[A-Za-z0-9\-._~]/

/**
 * A path, or a pattern of paths, in the one form in which both are compared: what is not ASCII is percent-encoded,
 * letters, digits and marks that need no encoding are not, and encodings are in upper case (RFC 9309, section 2.2.2).
 */
export function comparablePath(path: string): string {
  const encoded = /[^\x21-\x7e]/.test(path) ? path.replaceAll(/[^\x21-\x7e]+/g, encodeAll) : path
  return encoded.includes('%') ? encoded.replaceAll(/%[0-9a-f]{2}/gi, decodeUnreserved) : encoded
}

function encodeAll(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function decodeUnreserved(code: string): string {
  if (reserved.test(code)) return code.toUpperCase()
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
  return unreserved.test(character) ? character : code.toUpperCase()
}
