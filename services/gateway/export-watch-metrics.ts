import { advise, lagTarget } from '@rafid/operations'
import type { Trouble } from '@rafid/operations'
import { lastWatched } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'

/** Every trouble there can be: one that is not there is told as 0, so that an alert on it ends. */
const troubles: Readonly<Record<Trouble['code'], true>> = {
  'stage.no_workers': true,
  'stage.paused': true,
  'stage.hung': true,
  'stage.worker_lost': true,
  'stage.delayed_stuck': true,
  'stage.failing': true,
  'schedule.lost': true,
  'redis.memory': true,
  'redis.unsafe': true,
  'worker.silent': true,
  'worker.blocked': true,
}

/** Adds what was seen of the pipeline to the metrics, the same figures as the page shows: autoscalers go by them too. */
export function exportWatchMetrics(registry: Registry, home: QueueHome): void {
  const stageGauge = (name: string, help: string): Gauge<'stage'> =>
    new Gauge({ name, help, labelNames: ['stage'], registers: [registry] })
  const workers = stageGauge('rafid_stage_workers', 'Workers of a stage that are alive')
  const needed = stageGauge('rafid_stage_workers_needed', 'Workers that bring the lag of a stage under a minute')
  const busy = stageGauge('rafid_stage_busy_ratio', 'Share of the slots of a stage that are taken')
  const paused = stageGauge('rafid_stage_paused', '1 while somebody has told the workers of a stage to take nothing')
  const arrivals = stageGauge('rafid_stage_arrivals_per_second', 'Jobs a second that come in')
  const trouble = new Gauge({
    name: 'rafid_troubles',
    help: 'How many stages or processes have a trouble that will not go by itself',
    labelNames: ['code'],
    registers: [registry],
    async collect() {
      const watched = await lastWatched(home)
      for (const gauge of [workers, needed, busy, paused, arrivals]) gauge.reset()
      for (const flow of watched?.flows ?? []) {
        const { workersNeeded } = advise(flow, lagTarget)
        workers.set({ stage: flow.name }, flow.workers)
        if (workersNeeded !== null) needed.set({ stage: flow.name }, workersNeeded)
        busy.set({ stage: flow.name }, flow.busyShare)
        paused.set({ stage: flow.name }, flow.isPaused ? 1 : 0)
        arrivals.set({ stage: flow.name }, flow.arrivalsPerSecond)
      }
      for (const code of Object.keys(troubles)) {
        trouble.set({ code }, (watched?.troubles ?? []).filter((one) => one.code === code).length)
      }
    },
  })
}
