import { delayOf } from '@rafid/operations'
import type { Watched } from '@rafid/pipeline'
import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** The stage whose work is what readers get: its jobs a second are articles a second. */
const lastStage = 'index-article'

/** Where the script draws the chart; it is kept while the table that it is drawn from changes. */
export function hourChart({ t }: View): Html {
  return html`<section class="hour" aria-labelledby="hour-title" data-keep="hour" hidden>
    <h2 id="hour-title">${t.hour}</h2>
    <div class="chart" dir="ltr" data-chart="hour-table" aria-hidden="true"></div>
  </section>`
}

/** What a page with a chart loads: only those who look at one pay for it. */
export function chartParts({ assets }: View): Html {
  return html`<link rel="stylesheet" href="${assets.chartCss}" />
    <script src="${assets.chartLibrary}" defer></script>
    <script src="${assets.chart}" type="module"></script>`
}

/** The last hour minute by minute: what the chart shows, for those who read or listen. */
export function hourTable({ t, format }: View, watched: Watched | null): Html | null {
  if (watched === null || watched.minutes.length === 0) return null
  const rows = watched.minutes.map(({ atMs, stages, searchable = [] }) => {
    const { p50, p95 } = delayOf(searchable)
    const waiting = stages.reduce((sum, stage) => sum + stage.waiting, 0)
    const indexed = stages.find(({ stage }) => stage === lastStage)?.settledPerSecond ?? 0
    const at = new Date(atMs)
    return html`<tr data-at="${Math.round(atMs / 1000)}">
      <th scope="row"><time datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)}</time></th>
      <td data-value="${indexed}"><bdi>${format.rate(indexed)}</bdi></td>
      <td data-value="${waiting}"><bdi>${format.number(waiting)}</bdi></td>
      <td data-value="${seconds(p50)}"><bdi>${duration(format, p50)}</bdi></td>
      <td data-value="${seconds(p95)}"><bdi>${duration(format, p95)}</bdi></td>
    </tr>`
  })
  return html`<details data-key="hour">
    <summary>${t.hourAsTable}</summary>
    <div class="scroll">
      <table class="numbers" id="hour-table">
        <thead>
          <tr>
            <th scope="col">${t.minute}</th>
            ${[t.articlesPerSecond, t.jobsWaiting, t.searchableMedian, t.searchableP95].map(
              (label) => html`<th scope="col">${label}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </details>`
}

function duration(format: View['format'], ms: number | null): string {
  return ms === null ? '–' : format.milliseconds(ms)
}

function seconds(ms: number | null): string {
  return ms === null ? '' : (ms / 1000).toFixed(1)
}
