import { expect, it } from 'vitest'
import { formatsOf } from './formats.ts'
import { stageFigures } from './stage-figures.ts'
import { stringsOf } from './strings.ts'

const flow = {
  name: 'fetch-page',
  waiting: 0,
  active: 0,
  delayed: 9,
  failed: 0,
  oldestWaitingMs: null,
  isPaused: false,
  delayedOverdueMs: 0,
  workers: 2,
  slots: 8,
  settledPerSecond: 1,
  arrivalsPerSecond: 2,
  deferredPerSecond: 3.5,
  errorShare: 0,
  busyShare: 0.5,
  capacityPerWorker: null,
  serviceMs: { p50: null, p95: null, p99: null },
  waitMs: { p50: null, p95: null, p99: null },
  oldestActiveMs: null,
}
const watched = { atMs: 1, flows: [flow], processes: [], troubles: [], minutes: [] }

it.each(['ar', 'en'] as const)('tells how many deliveries a second are put off: %s', async (ui) => {
  const view = {
    ui,
    direction: 'ltr' as const,
    t: stringsOf(ui),
    format: formatsOf(ui),
    now: new Date('2026-01-10T13:00:00Z'),
    assets: { css: '', js: '', icon: '', chart: '', chartLibrary: '', chartCss: '' },
    path: '/pipeline',
    query: {},
  }
  const shown = String(await stageFigures(view, watched, 'fetch-page'))
  expect(shown).toMatch(
    new RegExp(`<dt>${view.t.deferredPerSecond}</dt>\\s*<dd data-figure="deferred"><bdi dir="ltr">3.5</bdi>`),
  )
  expect(stageFigures(view, watched, 'parse-page')).toBeNull()
})
