/**
 * How long an answer says it stays fresh. `max-age` outranks `Expires`; `no-cache`, `no-store` and `max-age=0` say that
 * it does not. `s-maxage` is for shared caches and does not concern us.
 *
 * @param headers as received, on a 304 as on a 200
 * @param now the time of the answer
 * @returns milliseconds, or null when it does not say; source: RFC 9111, 4.2.1, 5.2.2 and 5.3
 */
export function freshMs(
  { cacheControl, expires }: { readonly cacheControl: string | null; readonly expires: string | null },
  now: Date,
): number | null {
  const directives = cacheControl ?? ''
  if (/(?:^|[\s,])no-(?:cache|store)(?:$|[\s,])/i.test(directives)) return 0
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(directives)?.[1]
  if (seconds !== undefined) return Number(seconds) * 1000
  // "Expires: 0" and other nonsense mean expired already.
  if (expires === null) return null
  const at = /^[a-z]{3,9},? .{8,30}$/i.test(expires.trim()) ? Date.parse(expires) : Number.NaN
  return Number.isNaN(at) ? 0 : Math.max(0, at - now.getTime())
}
