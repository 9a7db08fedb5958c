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
  { query, facets, linkTo }: { query: Query; facets: Facets; linkTo: LinkTo },
): Html | null {
  const { t, format } = view
  const lists = [
    {
      name: 'lang',
      title: t.language,
      counts: facets.lang,
      label: (value: string) => format.languageName(value),
      partOf: fieldPart('lang'),
    },
    { name: 'source', title: t.source, counts: facets.source, label: String, partOf: fieldPart('source') },
    { name: 'tag', title: t.tag, counts: facets.tag, label: String, partOf: fieldPart('tag') },
    { name: 'day', title: t.day, counts: facets.day, label: String, partOf: dayPart },
  ].flatMap(({ name, title, counts, label, partOf }) => {
    const offered = counts.flatMap((count) => offerOf(query, count, partOf)).slice(0, valuesMax)
    const links = offered.map(
      ({ value, count, part }) =>
        html`<a class="chip" rel="nofollow" href="${linkTo(withPart(query, part))}"
          >${isolated(label(value))} <span class="count">${format.number(count)}</span></a
        >`,
    )
    return links.length === 0 ? [] : [html`<p class="chips" data-facet="${name}"><span>${title}</span> ${links}</p>`]
  })
  return lists.length === 0 ? null : html`<nav class="facets" aria-label="${t.facets}">${lists}</nav>`
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
