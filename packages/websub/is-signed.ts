import { createHmac, timingSafeEqual } from 'node:crypto'

const algorithms = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/**
 * Whether a delivery was signed with our secret (W3C WebSub, section 7.1.2: HMAC of the body).
 *
 * @param signature the `X-Hub-Signature` header: `sha256=…` in hexadecimal digits, or null
 */
export function isSigned(body: Uint8Array, signature: string | null, secret: string): boolean {
  const [, algorithm = '', hex = ''] = /^\s*([a-z0-9]+)=([0-9a-f]+)\s*$/i.exec(signature ?? '') ?? []
  if (!algorithms.has(algorithm.toLowerCase())) return false
  const expected = createHmac(algorithm.toLowerCase(), secret).update(body).digest()
  const given = Buffer.from(hex, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
