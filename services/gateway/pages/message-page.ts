import { html } from 'hono/html'
import { code } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/** What a page says that has nothing else to show. */
export type Message = {
  readonly title: string
  readonly text: string
  readonly code: string
  /** In English, from where the error was found. */
  readonly detail?: string
}

/** A page that says why there is no other one. */
export function messagePage(view: View, { title, text, code: reason, detail }: Message): Html {
  const body = html`<section class="message">
    <h1>${title}</h1>
    <p>${text}</p>
    <p class="detail">${code(reason)}</p>
    ${detail !== undefined && html`<p class="detail">${code(detail)}</p>`}
    <p><a href="/">${view.t.backToNewest}</a></p>
  </section>`
  return layout(view, { title, body, width: 'text' })
}
