import type { TracedItem } from '@rafid/catalog'
import { html } from 'hono/html'
import { code, outerLink, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { outcomeOfEvent, stateInWords, tookMsOf } from './item-words.ts'
import { layout } from './layout.ts'
import { operatorTable } from './operator-table.ts'
import { stageInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'
import { operatorNav } from './operator-nav.ts'

/** What was asked for and found. */
export type FoundItems =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'found'; readonly asked: string; readonly items: readonly TracedItem[] }
  | { readonly kind: 'refused'; readonly asked: string; readonly code: string }

/** The way of an entry from its feed to the index: each stage, when, how long, what came of it, and who did it. */
export function tracePage(view: View, found: FoundItems): Html {
  const { t, ui } = view
  const body = html`<h1>${t.trace}</h1>
    ${operatorNav(view)} ${traceForm(view, found)}
    ${found.kind === 'refused' && html`<p class="refusal" id="refusal" role="alert">${reasonInWords(ui, found.code)}</p>`}
    ${found.kind === 'found' && found.items.length === 0 && html`<p class="empty">${t.traceNothing}</p>`}
    ${found.kind === 'found' && found.items.map((item) => way(view, item))}
    ${
      found.kind === 'found' &&
      html`<p class="aside"><a href="${pathTo('/api/v1/trace', { q: found.asked })}">${t.traceAsJson}</a></p>`
    }`
  return layout(view, { title: t.trace, body, width: 'wide' })
}

function traceForm({ t }: View, found: FoundItems): Html {
  const value = found.kind === 'nothing' ? '' : found.asked
  return html`<form class="ask" action="/trace" method="get">
    <label for="asked">${t.traceHint}</label>
    <input
      id="asked"
      name="q"
      type="text"
      dir="ltr"
      required
      maxlength="8300"
      autocomplete="off"
      spellcheck="false"
      value="${value}"
      ${found.kind === 'refused' && html`aria-describedby="refusal" aria-invalid="true"`}
    />
    <button type="submit">${t.traceFollow}</button>
  </form>`
}

function way(view: View, item: TracedItem): Html {
  const { t, format } = view
  const { id, url, feedId, startedAt, state, articleId, rounds, events, eventsLost } = item
  const isDead = state?.phase === 'dead'
  const isIndexed = state?.phase === 'done' && articleId !== null
  return html`<section class="way" data-item="${id}" data-phase="${state?.phase ?? ''}">
    <h2>${outerLink(url, code(url))}</h2>
    <p class="${isDead ? 'warning' : 'said'}"><strong>${stateInWords(view, state)}</strong></p>
    <p class="facts">
      <span>${t.tracePolled} ${time(view, startedAt)}</span>
      <span>${t.traceTook} <bdi>${format.milliseconds(tookMsOf(item))}</bdi></span>
      ${rounds > 0 && html`<span>${t.redriven} × ${format.number(rounds)}</span>`} <span>${code(id)}</span>
    </p>
    <p class="aside">
      ${isIndexed && html`<a href="/articles/${articleId}">${t.traceArticle}</a>`}
      ${isDead && html`<a href="${pathTo('/dead-letters', { item: id })}">${t.traceLetter}</a>`}
      ${feedId !== null && html`<a href="/feeds/${feedId}">${t.traceFeed}</a>`}
    </p>
    ${eventTable(view, item)} ${eventsLost > 0 && html`<p class="note">${t.traceLost(eventsLost)}</p>`}
    ${events.length === 0 && html`<p class="empty">${t.traceNoEvents}</p>`}
  </section>`
}

function eventTable(view: View, { events, startedAt }: TracedItem): Html | null {
  const { t, ui, format } = view
  if (events.length === 0) return null
  const headings = [t.stage, t.traceAfter, t.traceWaited, t.traceTakes, t.result, t.traceAttempt, t.traceWorker]
  const rows = events.map((event) => [
    stageInWords(ui, event.stage),
    html`<time datetime="${new Date(event.atMs).toISOString()}" title="${new Date(event.atMs).toISOString()}"
      >${format.milliseconds(Math.max(0, event.atMs - startedAt.getTime()))}</time
    >`,
    event.waitedMs === null ? '–' : format.milliseconds(event.waitedMs),
    format.milliseconds(event.tookMs),
    outcomeOfEvent(view, event),
    format.number(event.attempt),
    event.worker === null ? '–' : code(event.worker),
  ])
  return operatorTable(headings, rows)
}
