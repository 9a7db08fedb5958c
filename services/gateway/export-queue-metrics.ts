import { queueNames } from '@rafid/contracts'
import { snapshotQueues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'

const states = ['waiting', 'active', 'delayed', 'failed'] as const

/** Adds the depth and lag of every queue to the metrics, read when they are asked for. */
export function exportQueueMetrics(registry: Registry, home: QueueHome): void {
  const oldest = new Gauge({
    name: 'rafid_queue_oldest_waiting_seconds',
    help: 'Age of the job that has waited longest, 0 when none waits',
    labelNames: ['queue'],
    registers: [registry],
  })
  const depth = new Gauge({
    name: 'rafid_queue_jobs',
    help: 'Jobs of a queue by state; failed ones are dead letters',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      for (const queue of await snapshotQueues(home, queueNames)) {
        for (const state of states) depth.set({ queue: queue.name, state }, queue[state])
        oldest.set({ queue: queue.name }, (queue.oldestWaitingMs ?? 0) / 1000)
      }
    },
  })
}
