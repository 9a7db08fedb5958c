import type { Feed } from '@rafid/contracts'
import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/**
 * Pausing and removing a feed, as plain forms.
 *
 * @param offset of the list that they stand in and that comes again afterwards
 */
export function feedButtons({ t }: View, feed: Feed, offset: number): Html {
  const name = feed.title ?? feed.url
  const button = (order: string, label: string): Html =>
    html`<form action="/feeds/${feed.id}/${order}" method="post">
      <input type="hidden" name="offset" value="${offset}" />
      <button type="submit" aria-label="${label}: ${name}">${label}</button>
    </form>`
  return html`<div class="buttons">
    ${feed.status === 'active' ? button('pause', t.pause) : button('resume', feed.status === 'gone' ? t.revive : t.resume)}
    ${button('remove', t.removeFeed)}
  </div>`
}
