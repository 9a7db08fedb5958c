import type { DeadLetter } from '@rafid/pipeline'
import { html } from 'hono/html'
import { code, cut, isolated, outerLink, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { stageInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** Dead letters by reason, those with the most of them first. */
export function deadLetterGroups(view: View, letters: readonly DeadLetter[]): Html {
  const { t } = view
  const groups = [...Map.groupBy(letters, ({ code: reason }) => reason)].toSorted((a, b) => b[1].length - a[1].length)
  return html`<section class="dead-letters">
    <h2>${t.deadLetters}</h2>
    ${letters.length === 0 ? html`<p>${t.noDeadLetters}</p>` : html`<p class="note">${t.newestOf} <a href="/dead-letters">${t.groupsAndRedrive}</a></p>`}
    ${groups.map(([reason, members]) => group(view, reason, members))}
  </section>`
}

function group(view: View, reason: string, letters: readonly DeadLetter[]): Html {
  // The key tells the script which groups the reader has opened.
  return html`<details data-key="${reason}">
    <summary>
      <strong class="count">${view.format.number(letters.length)}</strong> ${reasonInWords(view.ui, reason)}
      ${code(reason)}
    </summary>
    <ul>
      ${letters.map((one) => deadLetterItem(view, one))}
    </ul>
  </details>`
}

/** One dead letter as a list item. */
export function deadLetterItem(
  view: View,
  { stage, message, attempts, diedAt, traceId, item, payload }: DeadLetter,
): Html {
  const { t, ui } = view
  return html`<li>
    <p>${html`<bdi class="said" dir="auto">${cut(message)}</bdi>`}</p>
    <p>${about(payload)}</p>
    <p class="facts">
      <span>${stageInWords(ui, stage)}</span> <span>${t.attempts(attempts)}</span> ${time(view, diedAt)}
      ${traceId !== null && html`<span>${t.traceId} ${code(traceId)}</span>`}
      ${item !== null && html`<span><a href="${pathTo('/trace', { q: item.id })}">${t.trace}</a></span>`}
    </p>
  </li>`
}

/** What the job was about: its address, or the id of its feed or article. */
function about(payload: unknown): Html | null {
  const url = textOf(payload, 'url')
  if (url !== null) return outerLink(url, code(url))
  const id = textOf(payload, 'articleId') ?? textOf(payload, 'feedId')
  return id === null ? null : isolated(id)
}

function textOf(payload: unknown, key: string): string | null {
  if (typeof payload !== 'object' || payload === null) return null
  const value: unknown = Reflect.get(payload, key)
  return typeof value === 'string' ? value : null
}
