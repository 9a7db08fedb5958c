/**
 * Whether a form came from one of our own pages. Browsers say so in headers no page can write: `Sec-Fetch-Site`, or
 * `Origin` where the connection is not trusted enough for the first. A request with neither is not a browser's form.
 *
 * Source: W3C Fetch Metadata Request Headers; Fetch Standard, «Origin header».
 */
export function isSameOrigin(headers: {
  site: string | undefined
  origin: string | undefined
  host: string | undefined
}): boolean {
  const { site, origin, host } = headers
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}
