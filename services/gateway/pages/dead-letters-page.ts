import type { DeadLetter, DeadLetterFilter, DeadLetterGroup } from '@rafid/pipeline'
import { html } from 'hono/html'
import { deadLetterItem } from './dead-letter-groups.ts'
import { code, isolated, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { operatorNav } from './operator-nav.ts'
import { operatorTable } from './operator-table.ts'
import { stageInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** What the page of the dead letters shows. */
export type DeadLettersState = {
  readonly filter: DeadLetterFilter
  readonly groups: readonly DeadLetterGroup[]
  readonly total: number
  /** Some of those that are meant, newest first. */
  readonly letters: readonly DeadLetter[]
  /** How many were just queued again or dropped. */
  readonly done: { readonly verb: 'redrive' | 'drop'; readonly count: number } | null
}

/** Dead letters grouped by stage, reason and host; those of a group can be looked at, queued again or dropped. */
export function deadLettersPage(view: View, state: DeadLettersState): Html {
  const { t } = view
  const isFiltered = Object.values(state.filter).some((value) => value !== undefined)
  const body = html`<h1>${t.deadLetters}</h1>
    ${operatorNav(view)} ${notice(view, state.done)}
    ${isFiltered && html`<p><a href="/dead-letters">${t.allDeadLetters}</a></p>`}
    ${state.total === 0 ? html`<p class="calm">${t.noDeadLetters}</p>` : groupTable(view, state.groups)}
    ${isFiltered && state.total > 0 && html`${orders(view, state)} ${list(view, state.letters)}`}`
  return layout(view, { title: t.deadLetters, body, width: 'wide' })
}

function notice({ t, format }: View, done: DeadLettersState['done']): Html | null {
  if (done === null) return null
  const said = done.verb === 'redrive' ? t.redriven : t.dropped
  return html`<p class="notice" role="status">${said}: ${format.number(done.count)}</p>`
}

function groupTable(view: View, groups: readonly DeadLetterGroup[]): Html {
  const { t, ui, format } = view
  const headings = [t.stage, t.reason, t.host, t.howMany, t.latest, '']
  const rows = groups.map(({ stage, code: reason, host, count, latest }) => [
    stageInWords(ui, stage),
    html`${reasonInWords(ui, reason)} ${code(reason)}`,
    host === null ? '–' : html`<a href="${pathTo('/funnel', { host })}">${isolated(host)}</a>`,
    format.number(count),
    html`${time(view, latest.diedAt)}`,
    html`<a href="${pathTo('/dead-letters', { stage, code: reason, host: host ?? undefined })}">${t.lookAt}</a>`,
  ])
  return operatorTable(headings, rows, 'groups')
}

/** Says first what would happen; the buttons do it. */
function orders({ t, ui, format }: View, { filter, total, groups }: DeadLettersState): Html {
  const fields = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const hidden = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
  const stages = [...new Set(groups.map(({ stage }) => stageInWords(ui, stage)))]
  const form = (verb: string, label: string): Html =>
    html`<form action="/dead-letters/${verb}" method="post">${hidden}<button type="submit">${label}</button></form>`
  return html`<p>${t.wouldRedrive(total)} ${stages.join(ui === 'ar' ? '، ' : ', ')}</p>
    <div class="controls">
      ${form('redrive', `${t.redrive} (${format.number(total)})`)}
      ${form('drop', `${t.drop} (${format.number(total)})`)}
    </div>`
}

function list(view: View, letters: readonly DeadLetter[]): Html {
  return html`<section class="dead-letters">
    <ul>
      ${letters.map(
        (letter) =>
          html`${deadLetterItem(view, letter)}
            <li>
              <details>
                <summary>${view.t.payload}</summary>
                <pre dir="ltr">${JSON.stringify(letter.payload, null, 2)}</pre>
              </details>
            </li>`,
      )}
    </ul>
  </section>`
}
