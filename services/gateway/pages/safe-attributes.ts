type Check = (value: string) => string | null

const valueCharsMax = 8_192
const cellsMax = 100

const everywhere: Readonly<Record<string, Check>> = { dir: oneOf('rtl', 'ltr', 'auto'), lang: languageTag }

const own: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  a: { href: link },
  img: { src: webAddress, alt: anyText, width: wholeNumber(9_999), height: wholeNumber(9_999) },
  td: { colspan: wholeNumber(cellsMax), rowspan: wholeNumber(cellsMax) },
  th: {
    colspan: wholeNumber(cellsMax),
    rowspan: wholeNumber(cellsMax),
    scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
  },
  ol: { start: wholeNumber(99_999) },
  q: { cite: webAddress },
  blockquote: { cite: webAddress },
  abbr: { title: anyText },
  time: { datetime: anyText },
}

/** Set by us whatever the text says. */
const always: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { rel: 'nofollow noopener noreferrer' },
  img: { loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' },
}

/**
 * The attributes of an element that may stand in a page, or null when the element is nothing without those it lacks:
 * a picture without a source, a link to nowhere.
 *
 * @param name of an element on the allow-list
 */
export function safeAttributes(name: string, given: Readonly<Record<string, string>>): Record<string, string> | null {
  const checks = { ...everywhere, ...own[name] }
  const kept: Record<string, string> = {}
  for (const [key, check] of Object.entries(checks)) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined
    const safe = value === undefined || value.length > valueCharsMax ? null : check(value)
    if (safe !== null) kept[key] = safe
  }
  if ((name === 'a' && kept['href'] === undefined) || (name === 'img' && kept['src'] === undefined)) return null
  return { ...kept, ...always[name] }
}

function link(value: string): string | null {
  return addressOf(value, ['http:', 'https:', 'mailto:'])
}

function webAddress(value: string): string | null {
  return addressOf(value, ['http:', 'https:'])
}

/** Judged as a browser reads it: the parser of the WHATWG ignores tabs, line ends and leading blanks as they do. */
function addressOf(value: string, protocols: readonly string[]): string | null {
  if (!URL.canParse(value)) return null
  const { protocol, href } = new URL(value)
  return protocols.includes(protocol) ? href : null
}

function languageTag(value: string): string | null {
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i.test(value) ? value : null
}

function anyText(value: string): string {
  return value
}

function oneOf(...allowed: string[]): Check {
  return (value) => allowed.find((one) => one === value.toLowerCase()) ?? null
}

function wholeNumber(max: number): Check {
  return (value) => (/^\d{1,5}$/.test(value) && Number(value) <= max ? String(Number(value)) : null)
}
