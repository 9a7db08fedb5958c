import { searchNameCharsMax } from '@rafid/catalog'
import type { SavedSearch } from '@rafid/contracts'
import { queryCharsMax } from '@rafid/query'
import { html } from 'hono/html'
import { isolated, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** What became of the form: a search that was saved or known, or an input that was refused. */
export type SaveForm =
  | { readonly kind: 'empty'; readonly query: string }
  | { readonly kind: 'added' | 'known'; readonly search: SavedSearch }
  | { readonly kind: 'refused'; readonly query: string; readonly name: string; readonly code: string }

/** The searches that are followed, with a form for another one. */
export function searchesPage(view: View, searches: readonly SavedSearch[], form: SaveForm): Html {
  const { t } = view
  const body = html`<h1>${t.savedSearches}</h1>
    ${notice(view, form)} ${saveForm(view, form)}
    ${searches.length === 0 && html`<p class="empty">${t.noSavedSearches}</p>`}
    <ul class="feeds">
      ${searches.map((search) => searchLine(view, search))}
    </ul>`
  return layout(view, { title: t.savedSearches, body })
}

function notice({ t }: View, form: SaveForm): Html | null {
  if (form.kind !== 'added' && form.kind !== 'known') return null
  return html`<p class="notice" role="status">
    ${form.kind === 'added' ? t.searchSaved : t.searchKnown} ${isolated(form.search.name)}
  </p>`
}

function saveForm({ t, ui }: View, form: SaveForm): Html {
  const { query, name, code } = { query: '', name: '', code: null, ...form }
  return html`<form class="add" action="/searches" method="post">
    <h2>${t.saveSearch}</h2>
    ${code !== null && html`<p class="refusal" id="refusal" role="alert">${reasonInWords(ui, code)}</p>`}
    <label
      >${t.searchText}
      <input
        name="query"
        type="text"
        dir="auto"
        required
        maxlength="${queryCharsMax}"
        value="${query}"
        autocomplete="off"
        ${code !== null && html`aria-invalid="true" aria-describedby="refusal"`}
    /></label>
    <label
      >${t.searchName}
      <input name="name" type="text" dir="auto" maxlength="${searchNameCharsMax}" value="${name}" autocomplete="off"
    /></label>
    <button type="submit">${t.save}</button>
  </form>`
}

function searchLine(view: View, { id, name, query, createdAt, webhook }: SavedSearch): Html {
  const { t } = view
  return html`<li class="feed well">
    <h3><a href="/searches/${id}">${isolated(name)}</a></h3>
    ${name !== query && html`<p><bdi>${query}</bdi></p>`}
    <p class="facts">
      <span>${t.savedAt} ${time(view, createdAt)}</span>
      <span><a href="${pathTo('/search', { q: query, order: 'newest' })}">${t.searchNow}</a></span>
      <span><a href="/searches/${id}.atom" type="application/atom+xml">${t.asFeed}</a></span>
      ${webhook !== null && html`<span>${t.toWebhook}</span>`}
    </p>
    <form action="/searches/${id}/delete" method="post"><button type="submit">${t.deleteSearch}</button></form>
  </li>`
}
