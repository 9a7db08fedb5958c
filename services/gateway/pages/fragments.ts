import { textDirection } from '@rafid/text'
import { html, raw } from 'hono/html'
import { isLanguageTag } from './formats.ts'
import type { View } from './view.ts'

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>

/** Longer strings of others are cut where a page has no use for all of them. */
const shownCharsMax = 500

/** `lang` and `dir` of a text in a language; without one the browser looks at the text. */
export function inLanguage(lang: string | null): Html {
  if (lang === null || !isLanguageTag(lang)) return raw('dir="auto"')
  return raw(`lang="${lang}" dir="${textDirection(lang)}"`)
}

/** `lang` and `dir` of our own words inside somebody else's text. */
export function inOurs({ ui, direction }: View): Html {
  return raw(`lang="${ui}" dir="${direction}"`)
}

/** A short string of others, which turns nothing around it. */
export function isolated(text: string): Html {
  return html`<bdi>${cut(text)}</bdi>`
}

/** Addresses, codes and ids read left to right in any page. */
export function code(text: string): Html {
  return html`<bdi class="code" dir="ltr">${cut(text)}</bdi>`
}

/** A time as people say it; the exact one shows on demand. Null and unreadable times are left out. */
export function time({ format, now }: View, iso: string | Date | null): Html | null {
  const instant = iso === null ? null : new Date(iso)
  if (instant === null || Number.isNaN(instant.getTime())) return null
  return html`<time datetime="${instant.toISOString()}" title="${format.exact(instant)}"
    >${format.relative(instant, now)}</time
  >`
}

/** A link out of the house, or the plain label where the address is none that may be followed. */
export function outerLink(url: string | null, label: Html): Html {
  const href = webUrl(url)
  return href === null ? label : html`<a href="${href}" rel="nofollow noopener noreferrer">${label}</a>`
}

/** An address of the web, or null: `javascript:` and its kin never become a link. */
export function webUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** A text that is not longer than what a page has room for. */
export function cut(text: string): string {
  return text.length <= shownCharsMax ? text : `${text.slice(0, shownCharsMax).toWellFormed()}…`
}

/** A path of our own with a query; parameters without a value are left out. */
export function pathTo(path: string, query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`
}
