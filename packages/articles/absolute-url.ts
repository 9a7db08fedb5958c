/** Longer addresses are data in disguise. */
const urlCharsMax = 2_048

const absolute = /^https?:\/\/[a-z0-9]/i

/** An http(s) address made absolute, or null for anything else. */
export function absoluteUrl(href: string, base: string): string | null {
  const url = parsed(href, base)
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null
}

/** The address of a link that a reader may follow: http(s) or mailto. */
export function linkUrl(href: string, base: string): string | null {
  const url = parsed(href, base)
  return url !== null && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : null
}

function parsed(href: string, base: string): URL | null {
  if (href === '' || href.length > urlCharsMax) return null
  // What is absolute needs no base, and parsing one costs as much as parsing the address.
  const url = URL.parse(href, !absolute.test(href) && URL.canParse(base) ? base : undefined)
  // A password in an address is a trap or a leak.
  return url !== null && url.username === '' && url.password === '' ? url : null
}

/** A page's `<base>`, if it stays on http(s) and on the page's own host; else the page's address. */
export function baseOf(pageUrl: string, declared: string | null): string {
  const base = declared === null ? null : absoluteUrl(declared, pageUrl)
  return base !== null && sameHost(base, pageUrl) ? base : pageUrl
}

/** Whether two addresses are of one host, `www.` and `m.` aside. */
export function sameHost(left: string, right: string): boolean {
  const [a, b] = [URL.parse(left), URL.parse(right)]
  return a !== null && b !== null && bareHost(a.hostname) === bareHost(b.hostname)
}

function bareHost(host: string): string {
  return host.replace(/^(?:www\d?|m|mobile|amp)\./, '')
}
