import { html } from 'hono/html'
import type { Html } from './fragments.ts'

const width = 10
const height = 60
/** Even an hour without entries shows a line. */
const least = 1

/**
 * Bars for the hours of the day, from left to right in any language, as clocks are.
 *
 * @param byHour 24 numbers of any size, UTC
 */
export function rhythmChart(byHour: readonly number[], label: string): Html {
  const most = Math.max(...byHour, Number.MIN_VALUE)
  return html`<figure class="rhythm" dir="ltr">
    <svg viewBox="0 0 ${byHour.length * width} ${height}" role="img" aria-label="${label}" preserveAspectRatio="none">
      ${byHour.map((value, hour) => {
        const tall = Math.max(least, Math.round((value / most) * height))
        return html`<rect x="${hour * width + 1}" y="${height - tall}" width="${width - 2}" height="${tall}" />`
      })}
    </svg>
    <figcaption><span>0</span><span>6</span><span>12</span><span>18</span><span>24 UTC</span></figcaption>
  </figure>`
}
