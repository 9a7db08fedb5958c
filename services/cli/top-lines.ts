import { advise, findBottleneck, lagTarget } from '@rafid/operations'
import type { StageFlow } from '@rafid/operations'
import type { ProcessRecord, Watched } from '@rafid/pipeline'
import { troubleFinding } from './doctor/trouble-finding.ts'
import { durationInWords } from './duration.ts'
import { table } from './print.ts'

const mib = 2 ** 20

/** One sample of the pipeline for a person: what is stuck first, then the stages and the processes. */
export function topLines(watched: Watched): string[] {
  const { flows, processes, troubles, atMs } = watched
  const bottleneck = findBottleneck(flows, lagTarget)
  const jobs = flows.reduce((sum, { waiting, active, delayed }) => sum + waiting + active + delayed, 0)
  return [
    `${new Date(atMs).toISOString()}  ${processes.length} processes, ${jobs} jobs in hand or waiting`,
    bottleneck === null ? 'every stage keeps up' : `bottleneck: ${bottleneck.stage} (${bottleneck.reason})`,
    ...troubles.flatMap((trouble) => {
      const { is, fix } = troubleFinding(trouble, watched)
      return [`✗ ${is}`, `  → ${fix}`]
    }),
    '',
    ...table([
      ['stage', 'waiting', 'active', 'delayed', 'dead', 'lag', 'in/s', 'done/s', 'p95', 'workers', 'needed', 'state'],
      ...flows.map(stageRow),
    ]),
    '',
    ...table([['service', 'pid', 'host', 'busy', 'memory', 'last beat'], ...processes.map(processRow)]),
  ]
}

function stageRow(flow: StageFlow): string[] {
  const { name, waiting, active, delayed, failed, oldestWaitingMs, isPaused, workers, serviceMs } = flow
  return [
    name,
    ...[waiting, active, delayed, failed].map(String),
    oldestWaitingMs === null ? '–' : durationInWords(oldestWaitingMs),
    flow.arrivalsPerSecond.toFixed(1),
    flow.settledPerSecond.toFixed(1),
    serviceMs.p95 === null ? '–' : `${Math.round(serviceMs.p95)} ms`,
    String(workers),
    String(advise(flow, lagTarget).workersNeeded ?? '?'),
    isPaused ? 'paused' : '',
  ]
}

function processRow({ service, pid, host, stages, memoryBytes, lastBeatMs }: ProcessRecord): string[] {
  const active = stages.reduce((sum, stage) => sum + stage.active, 0)
  const slots = stages.reduce((sum, stage) => sum + stage.concurrency, 0)
  const memory = memoryBytes === undefined ? '–' : `${Math.round(memoryBytes / mib)} MiB`
  return [service, String(pid), host, `${active}/${slots}`, memory, `${durationInWords(lastBeatMs)} ago`]
}
