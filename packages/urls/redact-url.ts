const secretName = /key|token|secret|sig|auth|pass|pwd|session|credential|code/i
const shownCharsMax = 200

/**
 * A URL fit for a message or a log: without credentials, without a query that may hold a secret, at most 200
 * characters.
 *
 * @param url any string; what is no http(s) URL is only shortened and stripped of its query
 */
export function redactUrl(url: string): string {
  return shorten(/^https?:/i.test(url) && URL.canParse(url) ? redactParsed(new URL(url)) : redactText(url))
}

function redactParsed(url: URL): string {
  url.username = ''
  url.password = ''
  url.hash = ''
  if ([...url.searchParams.keys()].some((name) => secretName.test(name))) url.search = '?…'
  return url.href.replace('?%E2%80%A6', '?…')
}

function redactText(text: string): string {
  const start = text.slice(0, shownCharsMax * 4)
  const question = start.indexOf('?')
  const path = question < 0 ? start : `${start.slice(0, question)}?…`
  // No URL, so nothing says where its credentials would end: the last @ is the careful choice.
  return path.slice(path.lastIndexOf('@') + 1).replaceAll(/\p{Cc}/gu, ' ')
}

function shorten(text: string): string {
  return text.length > shownCharsMax ? `${text.slice(0, shownCharsMax)}…` : text
}
