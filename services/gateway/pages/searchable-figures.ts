import type { Watched } from '@rafid/pipeline'
import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** How long after their publication the new articles of the last hour could be found. */
export function searchableFigures({ t, format }: View, watched: Watched | null): Html | null {
  const delay = watched?.searchable
  if (delay === undefined) return null
  const duration = (ms: number | null): string => (ms === null ? '–' : format.milliseconds(ms))
  const figures: readonly (readonly [label: string, figure: string])[] = [
    ['p50', duration(delay.p50)],
    ['p95', duration(delay.p95)],
    ['p99', duration(delay.p99)],
    [t.newArticles, format.number(delay.articles)],
  ]
  return html`<section aria-labelledby="searchable-title">
    <h2 id="searchable-title">${t.searchable}</h2>
    <dl class="totals">
      ${figures.map(
        ([label, figure]) =>
          html`<div>
            <dt>${label}</dt>
            <dd data-searchable="${label}"><bdi>${figure}</bdi></dd>
          </div>`,
      )}
    </dl>
  </section>`
}
