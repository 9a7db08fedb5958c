import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a text is the secret; takes as long for a near miss as for a far one. */
export function isSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/**
 * Whether an `Authorization` header carries the token.
 *
 * Source: RFC 6750, section 2.1.
 */
export function bearsToken(authorization: string | undefined, token: string): boolean {
  const given = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1]
  return given !== undefined && isSecret(given, token)
}
