/**
 * How long a response says it stays fresh.
 *
 * @param cacheControl the header, or null
 * @returns milliseconds, or null when it does not say; source: RFC 9111, section 5.2.2.1
 */
export function maxAgeMs(cacheControl: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}
