/**
 * The site a page belongs to: its host without `www.`, and its port where that is not the usual one. Sub-domains stay
 * apart, for each tends to have a layout of its own.
 *
 * @param url a page's absolute http(s) address
 */
export function siteKey(url: URL): string {
  const { hostname, port } = url
  const name = hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '')
  return port === '' ? name : `${name}:${port}`
}
