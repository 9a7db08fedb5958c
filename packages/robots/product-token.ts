/**
 * The name under which robots.txt addresses a crawler: the letters, `_` and `-` that its User-Agent begins with
 * (RFC 9309, section 2.2.1).
 *
 * @returns in lower case; '' when the User-Agent begins with something else, and only `*` then speaks to it
 */
export function productTokenOf(userAgent: string): string {
  return (/^[a-z_-]+/i.exec(userAgent.trim())?.[0] ?? '').toLowerCase()
}
