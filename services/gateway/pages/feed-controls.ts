import type { Feed } from '@rafid/contracts'
import { html } from 'hono/html'
import { ownIntervalMsMax, ownIntervalMsMin } from '../own-interval.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** What an operator has just had done to a feed. */
export type FeedDone =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'poll' | 'pause' | 'resume' | 'interval' }
  /** The interval that was typed is none. */
  | { readonly kind: 'refused'; readonly minutes: string }

const minuteMs = 60_000

/** The form's limits, in minutes. */
export const intervalMinutes = { min: ownIntervalMsMin / minuteMs, max: ownIntervalMsMax / minuteMs }

/** What an operator can have done to a feed, as plain forms. */
export function feedControls(view: View, feed: Feed, done: FeedDone): Html {
  const { t } = view
  const order = (name: string, label: string): Html =>
    html`<form action="/feeds/${feed.id}/${name}" method="post"><button type="submit">${label}</button></form>`
  return html`${notice(view, feed, done)}
    <div class="controls">
      ${order('poll', t.pollNow)}
      ${feed.status === 'active' ? order('pause', t.pause) : order('resume', feed.status === 'gone' ? t.revive : t.resume)}
      ${order('remove', t.removeFeed)} ${intervalForm(view, feed, done)}
    </div>`
}

function notice({ t }: View, feed: Feed, done: FeedDone): Html | null {
  switch (done.kind) {
    case 'nothing':
      return null
    case 'refused':
      return html`<p class="refusal" id="refusal" role="alert">${t.intervalRefused}</p>`
    default: {
      const said = { poll: t.donePoll, pause: t.donePause, resume: t.doneResume, interval: t.doneInterval }
      return html`<div class="notice" role="status">
        <p>${said[done.kind]}</p>
        ${
          done.kind === 'pause' &&
          html`<form action="/feeds/${feed.id}/unpause" method="post"><button type="submit">${t.undo}</button></form>`
        }
      </div>`
    }
  }
}

function intervalForm({ t }: View, feed: Feed, done: FeedDone): Html {
  const own = feed.ownIntervalMs === null ? '' : String(Math.round(feed.ownIntervalMs / minuteMs))
  const refused = done.kind === 'refused'
  return html`<form class="interval" action="/feeds/${feed.id}/interval" method="post">
    <label>
      ${t.ownInterval}
      <input
        name="minutes"
        type="number"
        inputmode="numeric"
        dir="ltr"
        min="${intervalMinutes.min}"
        max="${intervalMinutes.max}"
        step="1"
        value="${refused ? done.minutes : own}"
        placeholder="${t.byRule}"
        ${refused && html`aria-invalid="true" aria-describedby="refusal"`}
      />
    </label>
    <button type="submit">${t.set}</button>
  </form>`
}
