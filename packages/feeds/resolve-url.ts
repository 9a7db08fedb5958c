import { admitUrl } from '@rafid/urls'

/** Absolute, of a plain host with a path, and spelt as the URL standard spells it: there is nothing to work out. */
const alreadyPlain =
  /^https?:\/\/(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}\/[\w\-.~$()*+,;=:@%/]*(?:\?[\w\-.~$()*+,;=:@%/&?]*)?$/
const plainCharsMax = 1_000
const outerLitter = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu

/**
 * The absolute http(s) URL that a feed means, or null for what nobody should follow (`javascript:`, `data:`,
 * credentials).
 *
 * @param reference as written; white space and zero-width characters around it are litter
 * @param base absolute URL
 */
export function resolveUrl(reference: string | undefined, base: string): string | null {
  if (reference === undefined || reference === '') return null
  if (isPlain(reference)) return reference
  const tidy = reference.length > 10_000 ? '' : reference.replaceAll(outerLitter, '')
  const url = tidy === '' ? null : URL.parse(tidy, base)
  if (url === null) return null
  try {
    return admitUrl(url.href).href
  } catch {
    // The entry stays without the URL: a bad link is no reason to lose the news.
    return null
  }
}

/** The same for what is not followed but only resolved against: `urn:` and `tag:` stay what they are. */
export function resolveReference(reference: string, base: string): string | null {
  const tidy = reference.length > 10_000 ? '' : reference.replaceAll(outerLitter, '')
  const url = URL.parse(tidy, base)
  return url === null || !/^https?:$/.test(url.protocol) ? null : url.href
}

function isPlain(reference: string): boolean {
  return reference.length < plainCharsMax && alreadyPlain.test(reference) && !/\/\.|%2e/i.test(reference)
}
