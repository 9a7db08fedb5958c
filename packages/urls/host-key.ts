/**
 * What politeness is kept for: `host:port`, both always written out.
 *
 * `www.example.com` and `example.com` stay apart: they are often one machine, but nothing says so for certain.
 */
export function hostKey(url: URL): string {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return `${url.hostname.replace(/\.$/, '')}:${port}`
}
