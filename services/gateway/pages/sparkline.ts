import { html } from 'hono/html'
import type { Html } from './fragments.ts'

const step = 4
const height = 24

/**
 * A line of values, the latest on the right in any language, as clocks are.
 *
 * @returns nothing for less than two values, which are no line
 */
export function sparkline(values: readonly number[], label: string): Html | null {
  if (values.length < 2) return null
  const most = Math.max(...values, Number.MIN_VALUE)
  const points = values.map((value, at) => `${at * step},${(height - 1 - (value / most) * (height - 2)).toFixed(1)}`)
  const width = (values.length - 1) * step
  return html`<svg
    class="spark"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-label="${label}"
    preserveAspectRatio="none"
  >
    <polyline points="${points.join(' ')}" />
  </svg>`
}
