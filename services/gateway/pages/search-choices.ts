import { html } from 'hono/html'
import type { AskedSearch } from '../search-request.ts'
import { pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** In which order the results come and what of them is shown together, as links. */
export function searchChoices(view: View, { order, collapse }: AskedSearch): Html {
  const { t } = view
  const orders = { best: t.orderBest, newest: t.orderNewest }
  const groups = { copies: t.collapseCopies, stories: t.collapseStories, none: t.collapseNone }
  return html`<nav class="choices" aria-label="${t.order}">
    ${choice(view, { name: 'order', title: t.order, values: orders, chosen: order })}
    ${choice(view, { name: 'collapse', title: t.collapse, values: groups, chosen: collapse })}
  </nav>`
}

type Choice = {
  readonly name: 'order' | 'collapse'
  readonly title: string
  readonly values: Readonly<Record<string, string>>
  readonly chosen: string
}

function choice({ query: { q, order, collapse } }: View, { name, title, values, chosen }: Choice): Html {
  const links = Object.entries(values).map(([value, label]) => {
    const href = pathTo('/search', { q, order, collapse, [name]: value })
    return html`<a href="${href}" ${value === chosen && html`aria-current="true"`}>${label}</a>`
  })
  return html`<p><span>${title}</span> ${links}</p>`
}
