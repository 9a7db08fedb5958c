import { PermanentError } from '@rafid/errors'

import { redactUrl } from './redact-url.ts'

/** Longest URL we take, before and after parsing (which percent-encodes Arabic to nine times its length). */
export const urlCharsMax = 8_192
const queryParametersMax = 512
const hostCharsMax = 253
const labelCharsMax = 63

/**
 * Parses an absolute http(s) URL that somebody else wrote.
 *
 * It judges the spelling only: whether the port and the address behind the name may be dialled is the HTTP client's
 * affair.
 *
 * @param input what a feed, a list, a page or a caller gave
 * @returns the URL as the WHATWG standard reads it, so that every later check sees the host that is really asked
 * @throws PermanentError `url.invalid`, `url.scheme`, `url.credentials` or `url.host`
 */
export function admitUrl(input: string): URL {
  if (input.length > urlCharsMax) throw new PermanentError('url.invalid', `URL of ${input.length} characters`)
  if (!URL.canParse(input)) throw new PermanentError('url.invalid', `not an absolute URL: ${redactUrl(input)}`)
  const url = new URL(input)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new PermanentError('url.scheme', `only http and https are fetched, not ${url.protocol}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new PermanentError('url.credentials', `URL with credentials: ${redactUrl(url.href)}`)
  }
  if (!hostMakesSense(url.hostname)) throw new PermanentError('url.host', `no such host name: ${redactUrl(url.href)}`)
  if (url.href.length > urlCharsMax || url.search.split('&').length > queryParametersMax) {
    throw new PermanentError('url.invalid', `URL of ${url.href.length} characters`)
  }
  return url
}

/** The parser lets `a..b` and labels of any length through; the DNS knows neither (RFC 1035, 2.3.4). */
function hostMakesSense(hostname: string): boolean {
  if (hostname.startsWith('[')) return true
  const name = hostname.replace(/\.$/, '')
  return name.length <= hostCharsMax && name.split('.').every(labelMakesSense)
}

// Underscores and outer hyphens are against RFC 1123, yet publishers use them and resolvers answer.
function labelMakesSense(label: string): boolean {
  return label.length <= labelCharsMax && /^[a-z0-9_-]+$/.test(label) && /[a-z0-9]/.test(label)
}
