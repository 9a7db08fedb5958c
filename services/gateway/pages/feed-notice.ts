import type { RemovedFeed } from '@rafid/catalog'
import type { Feed } from '@rafid/contracts'
import { html } from 'hono/html'
import { code, isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** What was done to a feed, or to a list of them. */
export type FeedNotice =
  | { readonly kind: keyof typeof undoes; readonly feed: Pick<Feed | RemovedFeed, 'id' | 'url' | 'title'> }
  | { readonly kind: 'imported'; readonly added: number; readonly known: number; readonly unusable: number }

/** What can be done to a feed, and the order that undoes it. */
export const undoes = {
  added: null,
  known: null,
  paused: 'unpause',
  unpaused: null,
  resumed: null,
  removed: 'restore',
  restored: null,
} as const

/** Says what was done, with a button that undoes it where it can be undone. */
export function feedNotice(view: View, notice: FeedNotice | { readonly kind: string }): Html | null {
  if (!isNotice(notice)) return null
  const { t, format } = view
  if (notice.kind === 'imported') {
    const { added, known, unusable } = notice
    return html`<p class="notice" role="status">
      ${t.feedsImported(added)} ${t.alreadyThere} ${format.number(known)}. ${t.notUsable} ${format.number(unusable)}.
    </p>`
  }
  const { id, title, url } = notice.feed
  const said = {
    added: t.feedAdded,
    known: t.feedKnown,
    paused: t.feedIsPaused,
    unpaused: t.feedUnpaused,
    resumed: t.feedResumed,
    removed: t.feedRemoved,
    restored: t.feedRestored,
  }
  const undo = undoes[notice.kind]
  return html`<div class="notice" role="status">
    <p>${said[notice.kind]} ${title === null ? code(url) : isolated(title)}</p>
    ${
      undo !== null &&
      html`<form action="/feeds/${id}/${undo}" method="post"><button type="submit">${t.undo}</button></form>`
    }
  </div>`
}

function isNotice(notice: FeedNotice | { readonly kind: string }): notice is FeedNotice {
  return notice.kind === 'imported' || Object.hasOwn(undoes, notice.kind)
}
