const linksMax = 20
const valueCharsMax = 8_192

/**
 * The hub and the own address that a response names in its `Link` headers (W3C WebSub, section 4; RFC 8288).
 *
 * @param link the header, several joined by commas, or null
 * @param url the response's address, against which relative ones are resolved
 * @returns absolute http(s) addresses, null where none is named
 */
export function hubLinks(link: string | null, url: string): { hub: string | null; self: string | null } {
  const found: { hub: string | null; self: string | null } = { hub: null, self: null }
  const parts = (link ?? '').slice(0, valueCharsMax).matchAll(/<([^<>]*)>((?:[^<,"]|"[^"]*")*)/g)
  for (const [, target = '', parameters = ''] of parts.take(linksMax)) {
    const address = resolve(target, url)
    if (address === null) continue
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(parameters) ?? []
    const relations = (quoted ?? bare ?? '').toLowerCase().split(/\s+/)
    if (relations.includes('hub')) found.hub ??= address
    if (relations.includes('self')) found.self ??= address
  }
  return found
}

function resolve(target: string, base: string): string | null {
  if (!URL.canParse(target.trim(), base)) return null
  const url = new URL(target.trim(), base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}
