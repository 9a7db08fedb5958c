import { PermanentError } from '@rafid/errors'

import { admitUrl, urlCharsMax } from './admit-url.ts'
import { isTrackingParameter } from './tracking-parameters.ts'
import { unwrapAmpCache } from './unwrap-amp-cache.ts'

/**
 * The identity of an article: two URLs of one page give one string.
 *
 * - `http` and `https` are equal. The identity has no scheme of its own, but a key that is a URL can be shown and
 *   followed, so `https` stands for both; with a port of its own the scheme is kept, because there it cannot be
 *   exchanged. Fetch the URL the publisher gave, and use this one as the key.
 * - A leading `www.` is dropped; other sub-domains are other publishers or editions and never merged.
 * - Runs of slashes become one (not after a colon, where a path embeds a URL), and a trailing slash goes: servers
 *   answer both spellings with the same page or redirect one to the other.
 * - Tracking parameters go; all others stay, in order, since some sites select the article by them.
 * - The path keeps its case. Escapes are spelled as RFC 3986, 6.2.2 says. A fragment goes unless it is a `#!` route.
 *
 * Idempotent.
 *
 * @param url an absolute http(s) URL
 * @throws PermanentError `url.*` for what `admitUrl` refuses
 */
export function canonicalUrl(url: string): string {
  const parsed = fromCaches(admitUrl(url))
  const canonical = `${origin(parsed)}${path(parsed)}${query(parsed)}${route(parsed)}`
  if (canonical.length > urlCharsMax) throw new PermanentError('url.invalid', `URL of ${canonical.length} characters`)
  return canonical
}

/** Each step shortens the URL, so this ends. */
function fromCaches(url: URL): URL {
  let current = url
  for (let inner = unwrapAmpCache(current); inner !== undefined; inner = unwrapAmpCache(current)) {
    current = admitUrl(inner)
  }
  return current
}

function origin(url: URL): string {
  const scheme = url.port === '' ? 'https:' : url.protocol
  return `${scheme}//${withoutWww(url.hostname.replace(/\.$/, ''))}${url.port === '' ? '' : `:${url.port}`}`
}

function withoutWww(hostname: string): string {
  let name = hostname
  while (name.startsWith('www.') && name.indexOf('.', 4) > 0) name = name.slice(4)
  return name
}

function path(url: URL): string {
  const single = normalEscapes(url.pathname).replaceAll(/(?<!:)\/{2,}/g, '/')
  return single.length > 1 ? single.replace(/(?<!\/)\/+$/, '') || '/' : single
}

function query(url: URL): string {
  const kept = url.search.slice(1).split('&').filter(isMeaningful)
  return kept.length === 0 ? '' : `?${normalEscapes(kept.join('&'))}`
}

function isMeaningful(pair: string): boolean {
  if (pair === '') return false
  const [entry] = new URLSearchParams(pair)
  return entry !== undefined && !isTrackingParameter(entry[0], entry[1])
}

function route(url: URL): string {
  return url.hash.length > 2 && url.hash.startsWith('#!') ? url.hash : ''
}

/** Upper-case hexadecimal digits, and no escapes for characters that need none. Broken escapes are left as they are. */
function normalEscapes(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) return text
  return text.replaceAll(/%[0-9a-f]{2}/gi, (escape) => {
    const char = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[a-z0-9._~-]/i.test(char) ? char : escape.toUpperCase()
  })
}
