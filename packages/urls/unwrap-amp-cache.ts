const cacheHost = '.cdn.ampproject.org'

/**
 * The publisher's own URL behind an AMP cache, or undefined when this is none.
 *
 * Only the two caches whose URLs spell the original out are undone; a path that ends in `/amp` may be an article on
 * guitars.
 */
export function unwrapAmpCache(url: URL): string | undefined {
  if (url.hostname.endsWith(cacheHost)) return original(url, /^\/(?:[cv]|wp)\/(s\/)?(.+)$/)
  if (/^(www\.)?google\.[a-z.]{2,6}$/.test(url.hostname)) return original(url, /^\/amp\/(s\/)?(.+)$/)
  return undefined
}

function original(url: URL, path: RegExp): string | undefined {
  const [, secure, rest] = path.exec(url.pathname) ?? []
  if (!rest?.includes('.')) return undefined
  const target = `${secure ? 'https' : 'http'}://${rest}${url.search}`
  return URL.canParse(target) ? target : undefined
}
