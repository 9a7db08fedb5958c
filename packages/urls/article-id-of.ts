import { createHash } from 'node:crypto'
import { canonicalUrl } from './canonical-url.ts'

const idDigits = 24

/**
 * The id of the article at an address: two addresses of one page give one id.
 *
 * @throws PermanentError `url.*` for what `canonicalUrl` refuses
 */
export function articleIdOf(url: string): string {
  return `a${createHash('sha256').update(canonicalUrl(url)).digest('hex').slice(0, idDigits)}`
}
