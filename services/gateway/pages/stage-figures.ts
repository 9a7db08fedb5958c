import { advise, lagTarget } from '@rafid/operations'
import type { Watched } from '@rafid/pipeline'
import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import { sparkline } from './sparkline.ts'
import type { View } from './view.ts'

/** How jobs flow through a stage: how many, how well, how long they take, and what it needs. */
export function stageFigures({ t, format }: View, watched: Watched | null, stage: string): Html | null {
  const flow = watched?.flows.find(({ name }) => name === stage)
  if (watched === null || flow === undefined) return null
  const { workersNeeded } = advise(flow, lagTarget)
  const minutes = watched.minutes.flatMap(({ stages }) => stages.find((one) => one.stage === stage) ?? [])
  const figures: readonly (readonly [label: string, figure: string, kind: string])[] = [
    [t.perSecond, format.rate(flow.settledPerSecond), 'rate'],
    [t.comesIn, format.rate(flow.arrivalsPerSecond), 'arrivals'],
    [t.deferredPerSecond, format.rate(flow.deferredPerSecond), 'deferred'],
    [t.errorShare, format.percent(flow.errorShare), 'errors'],
    [t.busy, format.percent(flow.busyShare), 'busy'],
    [t.takesUsually, duration(format, flow.serviceMs.p50), 'p50'],
    [t.takesAtMost, duration(format, flow.serviceMs.p95), 'p95'],
    [t.takesLongest, duration(format, flow.serviceMs.p99), 'p99'],
    [t.workersThere, `${format.number(flow.workers)} / ${needed(format, workersNeeded)}`, 'workers'],
  ]
  return html`<dl class="figures">
      ${figures.map(
        ([label, figure, kind]) =>
          html`<div>
            <dt>${label}</dt>
            <dd data-figure="${kind}"><bdi dir="ltr">${figure}</bdi></dd>
          </div>`,
      )}
    </dl>
    ${sparkline(
      minutes.map(({ settledPerSecond }) => settledPerSecond),
      t.lastHour,
    )}`
}

function duration(format: View['format'], ms: number | null): string {
  return ms === null ? '–' : format.milliseconds(ms)
}

function needed(format: View['format'], workers: number | null): string {
  return workers === null ? '?' : format.number(workers)
}
