import type { Feed, FeedExplanation, LoggedPoll } from '@rafid/contracts'
import { html } from 'hono/html'
import { feedControls } from './feed-controls.ts'
import type { FeedDone } from './feed-controls.ts'
import { code, isolated, outerLink, pathTo, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { outcomeInWords } from './pipeline-words.ts'
import { ruleInWords } from './poll-words.ts'
import { reasonInWords } from './reasons.ts'
import { rhythmChart } from './rhythm-chart.ts'
import type { View } from './view.ts'

/** One feed: when it is polled next and why, how its last polls went, and what an operator can do. */
export function feedPage(view: View, explanation: FeedExplanation, done: FeedDone): Html {
  const { t } = view
  const { feed, polls } = explanation
  const title = feed.title ?? hostOf(feed.url)
  const body = html`<p class="up"><a href="/feeds">${t.feeds}</a></p>
    <h1>${outerLink(feed.siteUrl, isolated(title))}</h1>
    <p>${outerLink(feed.url, code(feed.url))}</p>
    ${state(view, explanation)} ${feedControls(view, feed, done)} ${decision(view, explanation)}
    ${rhythm(view, explanation)}
    <section>
      <h2>${t.lastPolls}</h2>
      ${polls.length === 0 ? html`<p class="empty">${t.never}</p>` : pollTable(view, polls)}
    </section>
    <p class="aside">
      <a href="${pathTo('/funnel', { feed: feed.id })}">${t.funnel}</a>
      <a href="/api/v1/feeds/${feed.id}/explain">${t.feedAsJson}</a>
    </p>`
  return layout(view, { title, body, width: 'wide' })
}

function state(view: View, { feed, lastNewAt, failingSince, moving, oldUrls }: FeedExplanation): Html {
  const { t, ui } = view
  return html`<p class="facts">
      <span>${t.lastPoll} ${feed.lastPollAt === null ? t.never : time(view, feed.lastPollAt)}</span>
      ${lastNewAt !== null && html`<span>${t.lastNew} ${time(view, lastNewAt)}</span>`}
      <span>${t.entries(feed.entriesSeen)}</span>
    </p>
    ${feed.status !== 'active' && html`<p class="warning">${feed.status === 'paused' ? t.feedPaused : t.feedGone}</p>`}
    ${silence(view, feed)}
    ${
      feed.errorCode !== null &&
      html`<p class="warning">
        ${reasonInWords(ui, feed.errorCode)} ${code(feed.errorCode)}
        ${feed.errorsInARow > 0 && html`– ${t.failures(feed.errorsInARow)}`}
        ${failingSince !== null && html`(${time(view, failingSince)})`}
      </p>`
    }
    ${moving !== null && html`<p class="note">${t.feedMoving} ${code(moving.url)} (${time(view, moving.since)})</p>`}
    ${oldUrls.length > 0 && html`<p class="note">${t.oldAddresses} ${oldUrls.map((url) => html`${code(url)} `)}</p>`}`
}

/** Since when a feed is silent; null for one that is not. */
export function silence(view: View, feed: Feed): Html | null {
  if (feed.silentSince === null) return null
  return html`<p class="warning">${view.t.feedSilent} ${time(view, feed.silentSince)}</p>`
}

function decision(view: View, { feed, next }: FeedExplanation): Html | null {
  const { t, ui, format, now } = view
  if (next === null) return null
  const isDue = new Date(next.at) <= now
  const wishes = Object.entries(next.wishes).toSorted(([, one], [, other]) => one - other)
  return html`<section>
    <h2>${t.nextPollTitle}</h2>
    <p>
      ${isDue ? t.dueNow : time(view, next.at)}
      ${feed.lastPollAt !== null && html`<span class="note">– ${t.decidedBy} <strong>${ruleInWords(ui, next.rule)}</strong></span>`}
    </p>
    ${
      wishes.length > 0 &&
      html`<dl class="wishes" aria-label="${t.whatEachAsks}">
        ${wishes.map(
          ([rule, ms]) =>
            html`<div class="${rule === next.rule && 'decided'}">
              <dt>${ruleInWords(ui, rule)}</dt>
              <dd>${format.duration(ms)}</dd>
            </div>`,
        )}
      </dl>`
    }
  </section>`
}

function rhythm({ t, format }: View, { rhythm: known }: FeedExplanation): Html | null {
  if (known === null || known.hoursWatched < 1) return null
  return html`<section>
    <h2>${t.rhythm}</h2>
    <p>${t.entriesADay} <bdi dir="ltr">${format.number(Math.round(known.entriesPerDay * 10) / 10)}</bdi></p>
    ${rhythmChart(known.byHour, t.byHourOfDay)}
  </section>`
}

function pollTable(view: View, polls: readonly LoggedPoll[]): Html {
  const { t } = view
  const headings = [t.when, t.result, t.newEntries, t.nextAfter, t.because]
  return html`<table class="workers polls">
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${polls.map((poll) => pollRow(view, poll))}
    </tbody>
  </table>`
}

function pollRow(view: View, { at, outcome, entriesNew, errorCode, waitMs, rule }: LoggedPoll): Html {
  const { t, ui, format } = view
  const cells: readonly [label: string, cell: Html | string | null][] = [
    [t.when, time(view, at)],
    [
      t.result,
      html`${outcomeInWords(ui, outcome)}
      ${errorCode !== null && html`<span class="warning">${reasonInWords(ui, errorCode)} ${code(errorCode)}</span>`}`,
    ],
    [t.newEntries, entriesNew === 0 ? '–' : format.number(entriesNew)],
    [t.nextAfter, outcome === 'gone' ? '–' : format.duration(waitMs)],
    [t.because, outcome === 'gone' ? '–' : ruleInWords(ui, rule)],
  ]
  return html`<tr>
    ${cells.map(([label, cell]) => html`<td data-label="${label}">${cell}</td>`)}
  </tr>`
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
