import { hasPart, withoutPart, withPart } from '@rafid/query'
import type { Query } from '@rafid/query'
import type { FacetCount, Facets } from '@rafid/search'
import { html } from 'hono/html'
import { isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import { partInWords } from './query-words.ts'
import type { View } from './view.ts'

/** So many values of each facet are offered. */
const valuesMax = 6
const dayMs = 86_400_000

/** Leads to the same search with another query. */
type LinkTo = (query: Query) => string

/** The parts that narrow a query, each with the way to be rid of it. */
export function narrowingParts(view: View, query: Query, linkTo: LinkTo): Html | null {
  const parts = query.kind === 'and' ? query.parts : [query]
  const chips = parts.flatMap((part) => {
    const words = partInWords(view, part)
    if (words === null) return []
    const title = view.t.removePart
    return [
      html`<a class="chip on" href="${linkTo(withoutPart(query, part))}" title="${title}"
        >${words} <span aria-hidden="true">×</span><span class="unseen">${title}</span></a
      >`,
    ]
  })
  return chips.length === 0 ? null : html`<p class="chips"><span>${view.t.narrowedBy}</span> ${chips}</p>`
}

/** The commonest values of each facet, as links that narrow the query. */
export function facetLists(
  view: View,
  asked: { readonly query: Query; readonly facets: Facets; readonly total: number; readonly linkTo: LinkTo },
): Html | null {
  const lists = facetsIn(view, asked.facets).flatMap(({ counts, ...facet }) => {
    // A value that all have narrows nothing.
    if (counts.length === 1 && counts[0]?.count === asked.total) return []
    const links = linksOf(view, { counts, ...facet }, asked)
    return links.length === 0
      ? []
      : [html`<p class="chips" data-facet="${facet.name}"><span>${facet.title}</span> ${links}</p>`]
  })
  return lists.length === 0 ? null : html`<nav class="facets" aria-label="${view.t.facets}">${lists}</nav>`
}

type Facet = {
  readonly name: string
  readonly title: string
  readonly counts: readonly FacetCount[]
  readonly label: (value: string) => string
  readonly partOf: (value: string) => Query | null
}

function facetsIn({ t, format }: View, { lang, source, tag, day }: Facets): readonly Facet[] {
  const languageName = (value: string): string => format.languageName(value)
  return [
    { name: 'lang', title: t.language, counts: lang, label: languageName, partOf: fieldPart('lang') },
    { name: 'source', title: t.source, counts: source, label: String, partOf: fieldPart('source') },
    { name: 'tag', title: t.tag, counts: tag, label: String, partOf: fieldPart('tag') },
    { name: 'day', title: t.day, counts: day, label: String, partOf: dayPart },
  ]
}

function linksOf(
  { format }: View,
  { counts, label, partOf }: Facet,
  { query, linkTo }: { readonly query: Query; readonly linkTo: LinkTo },
): Html[] {
  const offered = counts.flatMap((count) => offerOf(query, count, partOf)).slice(0, valuesMax)
  return offered.map(
    ({ value, count, part }) =>
      html`<a class="chip" rel="nofollow" href="${linkTo(withPart(query, part))}"
        >${isolated(label(value))} <span class="count">${format.number(count)}</span></a
      >`,
  )
}

/** A value that narrows the query; none for one that it has already, or that cannot be asked for. */
function offerOf(query: Query, { value, count }: FacetCount, partOf: (value: string) => Query | null) {
  const part = partOf(value)
  return part === null || hasPart(query, part) ? [] : [{ value, count, part }]
}

function fieldPart(field: 'lang' | 'source' | 'tag'): (value: string) => Query | null {
  return (value) => (/[\p{L}\p{N}]/u.test(value) ? { kind: 'field', field, value } : null)
}

function dayPart(value: string): Query | null {
  const after = new Date(`${value}T00:00:00.000Z`)
  return Number.isNaN(after.getTime()) ? null : { kind: 'time', after, before: new Date(after.getTime() + dayMs) }
}
