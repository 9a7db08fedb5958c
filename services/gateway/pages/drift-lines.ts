import type { DriftingSite } from '@rafid/contracts'
import { html } from 'hono/html'
import { code, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** The page of the feeds names no more sites; the API names them all. */
export const driftingShownMax = 20

/** One line for each site whose pages are read otherwise than they used to be. */
export function driftLines(view: View, sites: readonly DriftingSite[]): Html | null {
  if (sites.length === 0) return null
  return html`<ul class="drifts">
    ${sites.map((site) => driftLine(view, site))}
  </ul>`
}

function driftLine(view: View, drift: DriftingSite): Html {
  const { t } = view
  const signs = drift.changes.map((change) => signOf(view, drift, change))
  return html`<li class="warning">
    ${t.extractionChanged} ${code(drift.site)} (${time(view, drift.since)}):
    ${signs.map((sign, index) => html`${index > 0 && html`<span> · </span>`}<span>${sign}</span>`)}
  </li>`
}

function signOf({ t, format }: View, drift: DriftingSite, change: DriftingSite['changes'][number]): string {
  const { lengthRatio, confidence, refused } = drift
  switch (change) {
    case 'shorter':
      return `${t.textsShorter} ${format.percent(1 - (lengthRatio ?? 0))}`
    case 'longer':
      return `${t.textsLonger} ${format.percent((lengthRatio ?? 1) - 1)}`
    case 'less-sure':
      return `${t.lessSure} ${format.percent(confidence.now ?? 0)}`
    case 'refused':
      return `${t.pagesRefused} ${format.percent(refused.now)}`
  }
}
