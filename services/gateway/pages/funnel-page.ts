import type { FunnelScope } from '@rafid/catalog'
import type { Feed } from '@rafid/contracts'
import { dayOf } from '@rafid/operations'
import type { Funnel, FunnelRest, FunnelStep } from '@rafid/operations'
import { html } from 'hono/html'
import { code, isolated, pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import { restInWords, stepInWords } from './item-words.ts'
import { layout } from './layout.ts'
import { operatorTable } from './operator-table.ts'
import type { View } from './view.ts'
import { operatorNav } from './operator-nav.ts'

/** What the page of a funnel shows. */
export type FunnelPageState = {
  readonly scope: FunnelScope
  readonly funnel: Funnel
  /** The feed of the scope; null where there is none or it is gone. */
  readonly feed: Feed | null
}

const refreshMs = 2_000
const dayMs = 86_400_000

/** So many days before the one that is shown are offered. */
const daysOffered = 7

/** What became of the entries of a day, of a feed or of a host, step by step, and where the rest went. */
export function funnelPage(view: View, state: FunnelPageState): Html {
  const { t } = view
  const { day, feed, host } = state.scope
  const here = pathTo('/funnel', { day, feed, host, fragment: '1' })
  const body = html`<h1>${t.funnel}</h1>
    ${operatorNav(view)} ${scopeLine(view, state)} ${scopeForm(view, state)}
    <p class="stale" role="status" hidden>${t.stale}</p>
    <div id="funnel" data-refresh="${here}" data-refresh-ms="${refreshMs}">${funnelFragment(view, state)}</div>
    <p class="aside">
      <a href="/trace">${t.trace}</a> <a href="${pathTo('/api/v1/funnel', { day, feed, host })}">${t.funnelAsJson}</a>
    </p>`
  return layout(view, { title: t.funnel, body, width: 'wide' })
}

/** The part of the page that changes. */
export function funnelFragment(view: View, { scope, funnel }: FunnelPageState): Html {
  const { t, format, ui } = view
  if (funnel.steps.every(({ count }) => count === 0)) return html`<p class="empty">${t.funnelNothing}</p>`
  const headings = [t.funnelStep, t.howMany, t.funnelShare, t.funnelRest]
  const rows = funnel.steps.map(({ name, count, rest }, at) => [
    html`<span data-step="${name}">${stepInWords(ui, name)}</span>`,
    html`<strong data-count="${name}">${format.number(count)}</strong>`,
    shareOf(view, count, funnel.steps[at - 1]),
    rest.length === 0 ? '–' : restList(view, scope, rest),
  ])
  return html`${operatorTable(headings, rows, 'steps')} ${totals(view, funnel)}`
}

function shareOf({ format }: View, count: number, before: FunnelStep | undefined): string {
  return before === undefined || before.count === 0 ? '–' : format.percent(count / before.count)
}

function restList(view: View, scope: FunnelScope, rest: readonly FunnelRest[]): Html {
  return html`<ul class="rest">
    ${rest.map((one) => {
      const words = restInWords(view, one)
      const said = one.why === 'dead' ? html`<a href="${lettersOf(scope, one)}">${words}</a>` : words
      return html`<li><strong>${view.format.number(one.count)}</strong> ${said}</li>`
    })}
  </ul>`
}

function lettersOf({ feed, host }: FunnelScope, { stage, reason }: FunnelRest): string {
  return pathTo('/dead-letters', { stage: stage ?? undefined, code: reason ?? undefined, feed, host })
}

function totals({ t, format }: View, { items, edited }: Funnel): Html {
  const figures: readonly [string, number, string][] = [
    [t.originals, items.originals, 'originals'],
    [t.copiesTotal, items.copies, 'copies'],
    [t.funnelUpdates, items.updates, 'updates'],
    [t.funnelReplaced, items.replaced, 'replaced'],
    [t.funnelUnchanged, items.unchanged, 'unchanged'],
    [t.funnelJoined, items.joined, 'joined'],
    [t.deadLetters, items.dead, 'dead'],
    [t.dropped, items.dropped, 'dropped'],
    [t.funnelInFlight, items.inFlight, 'inFlight'],
  ]
  return html`<section>
    <h2>${t.funnelItems}</h2>
    <dl class="totals">
      ${figures.map(
        ([label, figure, kind]) =>
          html`<div>
            <dt>${label}</dt>
            <dd data-kind="${kind}">${format.number(figure)}</dd>
          </div>`,
      )}
    </dl>
    <p class="note">${t.funnelEdited(edited)} ${t.funnelNote}</p>
  </section>`
}

function scopeLine({ t }: View, { scope, feed }: FunnelPageState): Html {
  const { day, host } = scope
  return html`<p class="facts">
    <span>${code(day)} UTC</span>
    ${scope.feed !== undefined && html`<span>${t.traceFeed}: <a href="/feeds/${scope.feed}">${isolated(feed?.title ?? feed?.url ?? scope.feed)}</a></span>`}
    ${host !== undefined && html`<span>${t.host}: ${code(host)}</span>`}
  </p>`
}

function scopeForm({ t, now }: View, { scope }: FunnelPageState): Html {
  const { day, feed, host } = scope
  const today = dayOf(now.getTime())
  const days = Array.from({ length: daysOffered + 1 }, (_, back) => dayOf(now.getTime() - back * dayMs))
  return html`<form class="ask" action="/funnel" method="get">
      <label for="day">${t.funnelDay}</label>
      <input id="day" name="day" type="date" max="${today}" value="${day}" />
      <label for="host">${t.host}</label>
      <input id="host" name="host" type="text" dir="ltr" maxlength="300" autocomplete="off" value="${host ?? ''}" />
      <button type="submit">${t.funnelShow}</button>
    </form>
    <nav class="days" aria-label="${t.funnelDay}">
      ${days.map(
        (one) =>
          html`<a href="${pathTo('/funnel', { day: one, feed, host })}" ${one === day && html`aria-current="date"`}
            >${code(one)}</a
          > `,
      )}
    </nav>`
}
