import type { ArticleReader } from '@rafid/search'
import { html } from 'hono/html'
import { isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import { pagerLinks } from './pager-links.ts'
import type { View } from './view.ts'

/** The choices are those of so many of the newest articles; others are reached from their articles. */
const sampledMax = 100
const sourcesMax = 50

/** Narrows a list by language and source, without a script. */
export async function filterForm(view: View, reader: ArticleReader): Promise<Html> {
  const { t, path, query, format } = view
  const { articles } = await reader.newest({ limit: sampledMax })
  const langs = choices(
    articles.map((one) => one.lang ?? ''),
    query['lang'],
  )
  const sources = choices(
    articles.map((one) => one.source.name),
    query['source'],
  ).slice(0, sourcesMax)
  const filtered = Boolean(query['lang'] || query['source'])
  return html`<form class="filters" action="${path}" method="get" aria-label="${t.filters}">
    <label
      >${t.language}
      ${select(
        'lang',
        t.allLanguages,
        query['lang'],
        langs.map((tag) => [tag, format.languageName(tag)]),
      )}</label
    >
    <label
      >${t.source}
      ${select(
        'source',
        t.allSources,
        query['source'],
        sources.map((name) => [name, name]),
      )}</label
    >
    <button type="submit">${t.apply}</button>
    ${filtered && html`<a href="${path}">${t.clear}</a>`}
  </form>`
}

/** The way to what is newer and older than this part of a list. */
export function pager({ t, path, query }: View, nextCursor: string | null): Html | null {
  const { newer, older } = pagerLinks(path, query, nextCursor)
  if (newer === null && older === null) return null
  return html`<nav class="pager" aria-label="${t.pages}">
    ${newer !== null && html`<a class="newer" rel="prev" href="${newer}">${t.newer}</a>`}
    ${older !== null && html`<a class="older" rel="next" href="${older}">${t.older}</a>`}
  </nav>`
}

/** Tells that a list is empty, and what to do about it. */
export function emptyList(title: string, hint: string, about?: string): Html {
  return html`<div class="empty">
    <p><strong>${title}</strong> ${about !== undefined && isolated(about)}</p>
    <p>${hint}</p>
  </div>`
}

/** The most frequent first; what is chosen already is always among them. */
function choices(values: readonly string[], chosen: string | undefined): string[] {
  const counts = new Map<string, number>(chosen ? [[chosen, Infinity]] : [])
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => (a[1] === b[1] ? 0 : b[1] - a[1])).map(([value]) => value)
}

function select(
  name: string,
  all: string,
  chosen: string | undefined,
  options: readonly (readonly [string, string])[],
): Html {
  return html`<select name="${name}">
    <option value="">${all}</option>
    ${options.map(
      ([value, label]) =>
        html`<option value="${value}" dir="auto" ${value === chosen && html`selected`}>${label}</option>`,
    )}
  </select>`
}
