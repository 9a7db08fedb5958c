import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** Where no script runs the whole page comes anew, in seconds. */
const reloadSeconds = 5

/** For the head of a page that has a live part. */
export function reloadsWithoutScript(): Html {
  return html`<noscript><meta http-equiv="refresh" content="${reloadSeconds}" /></noscript>`
}

/**
 * The part of a page that keeps itself up to date.
 *
 * @param events the path of its stream
 */
export function livePart({ t }: View, events: string, part: Html): Html {
  return html`<p class="stale" role="status" hidden>${t.stale}</p>
    <div data-live="${events}">${part}</div>`
}
