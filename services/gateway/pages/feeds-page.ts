import type { RemovedFeed } from '@rafid/catalog'
import type { DriftingSite, Feed } from '@rafid/contracts'
import { html } from 'hono/html'
import { driftLines } from './drift-lines.ts'
import { feedButtons } from './feed-buttons.ts'
import { feedLists, removedFeeds } from './feed-lists.ts'
import { feedNotice } from './feed-notice.ts'
import type { FeedNotice } from './feed-notice.ts'
import { code, isolated, outerLink, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { outcomeInWords } from './pipeline-words.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** No page lists more feeds. */
export const feedsPageMax = 100

/** Room for the longest address and name a form may send. */
export const feedUrlCharsMax = 8_192
export const feedTitleCharsMax = 200

export type FeedsList = {
  readonly feeds: readonly Feed[]
  readonly total: number
  readonly offset: number
  readonly drifting: readonly DriftingSite[]
  readonly silent: readonly Feed[]
  readonly removed: readonly RemovedFeed[]
}

/** What became of a form of this page: something that was done, or an input that was refused. */
export type FormState =
  | { readonly kind: 'empty' }
  | FeedNotice
  | { readonly kind: 'refused'; readonly url: string; readonly title: string; readonly code: string }
  | { readonly kind: 'list-refused'; readonly code: string }

/** The feeds and how each of them does, with a form for another one. */
export function feedsPage(view: View, list: FeedsList, form: FormState): Html {
  const { t } = view
  const { feeds, total, offset, drifting, silent, removed } = list
  const body = html`<h1>${t.feeds}</h1>
    ${feedNotice(view, form)} ${driftLines(view, drifting)} ${silentLines(view, silent)} ${addForm(view, form)}
    ${total === 0 ? html`<p class="empty">${t.noFeeds}</p>` : html`<p class="note">${t.feedCount(total)}</p>`}
    <ul class="feeds">
      ${feeds.map((feed) => feedLine(view, feed, offset))}
    </ul>
    ${neighbours(view, total, offset)} ${feedLists(view, form)} ${removedFeeds(view, removed)}`
  return layout(view, { title: t.feeds, body })
}

/** One line for each feed that brings nothing although its rhythm would have it. */
function silentLines(view: View, silent: readonly Feed[]): Html | null {
  if (silent.length === 0) return null
  const { t } = view
  return html`<section class="silent" aria-label="${t.silentFeeds}">
    <ul class="drifts">
      ${silent.map(
        (feed) =>
          html`<li class="warning">
            <a href="/feeds/${feed.id}">${isolated(feed.title ?? hostOf(feed.url))}</a>: ${t.feedSilent}
            ${time(view, feed.silentSince)}
          </li>`,
      )}
    </ul>
  </section>`
}

function addForm({ t, ui }: View, form: FormState): Html {
  const { url, title, code: reason } = form.kind === 'refused' ? form : { url: '', title: '', code: null }
  const refusal = reason !== null && html`<p class="refusal" id="refusal" role="alert">${reasonInWords(ui, reason)}</p>`
  return html`<form class="add" action="/feeds" method="post">
    <h2>${t.addFeed}</h2>
    ${refusal}
    <label>
      ${t.feedUrl}
      <input
        name="url"
        type="text"
        inputmode="url"
        dir="ltr"
        required
        maxlength="${feedUrlCharsMax}"
        value="${url}"
        placeholder="https://"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        ${reason !== null && html`aria-invalid="true" aria-describedby="refusal"`}
      />
    </label>
    <label
      >${t.feedTitle}
      <input name="title" type="text" dir="auto" maxlength="${feedTitleCharsMax}" value="${title}" autocomplete="off"
    /></label>
    <button type="submit">${t.add}</button>
  </form>`
}

function feedLine(view: View, feed: Feed, offset: number): Html {
  const { t, ui, now } = view
  const isWell = feed.errorCode === null && feed.status === 'active' && feed.silentSince === null
  const state = feed.lastOutcome === null ? 'new' : isWell ? 'well' : 'ailing'
  const isDue = feed.nextPollAt !== null && new Date(feed.nextPollAt) <= now
  const outcome = feed.lastOutcome === null ? t.never : outcomeInWords(ui, feed.lastOutcome)
  return html`<li class="feed ${state}">
    <h3>${outerLink(feed.siteUrl, isolated(feed.title ?? hostOf(feed.url)))}</h3>
    <p>${outerLink(feed.url, code(feed.url))}</p>
    <p class="facts">
      <span class="state">${outcome}</span>
      ${feed.lastPollAt !== null && html`<span>${t.lastPoll} ${time(view, feed.lastPollAt)}</span>`}
      ${feed.nextPollAt !== null && html`<span>${t.nextPoll} ${isDue ? t.dueNow : time(view, feed.nextPollAt)}</span>`}
      <span>${t.entries(feed.entriesSeen)}</span>
      <span><a href="/feeds/${feed.id}">${t.pollsOfFeed}</a></span>
    </p>
    ${feed.status !== 'active' && html`<p class="warning">${feed.status === 'paused' ? t.feedPaused : t.feedGone}</p>`}
    ${
      feed.errorCode !== null &&
      html`<p class="warning">
        ${reasonInWords(ui, feed.errorCode)} ${code(feed.errorCode)}
        ${feed.errorsInARow > 0 && html`– ${t.failures(feed.errorsInARow)}`}
      </p>`
    }
    ${feedButtons(view, feed, offset)}
  </li>`
}

function neighbours({ t }: View, total: number, offset: number): Html | null {
  if (total <= feedsPageMax && offset === 0) return null
  return html`<nav class="pager" aria-label="${t.pages}">
    ${offset > 0 && html`<a rel="prev" href="${from(Math.max(0, offset - feedsPageMax))}">${t.previous}</a>`}
    ${offset + feedsPageMax < total && html`<a rel="next" href="${from(offset + feedsPageMax)}">${t.next}</a>`}
  </nav>`
}

function from(offset: number): string {
  return pathTo('/feeds', { offset: String(offset) })
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
