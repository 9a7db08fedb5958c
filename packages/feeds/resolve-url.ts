import { admitUrl } from '@rafid/urls'

/**
 * The absolute http(s) URL that a feed means, or null for what nobody should follow (`javascript:`, `data:`,
 * credentials).
 *
 * @param reference as written; white space and zero-width characters around it are litter
 * @param base absolute URL
 */
export function resolveUrl(reference: string | undefined, base: string): string | null {
  const tidy = (reference ?? '').replaceAll(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '')
  if (tidy === '' || !URL.canParse(tidy, base)) return null
  try {
    return admitUrl(new URL(tidy, base).href).href
  } catch {
    // The entry stays without the URL: a bad link is no reason to lose the news.
    return null
  }
}
