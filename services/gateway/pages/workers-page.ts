import { aliveForMs } from '@rafid/pipeline'
import type { ProcessRecord } from '@rafid/pipeline'
import { html } from 'hono/html'
import { code, outerLink, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { livePart, reloadsWithoutScript } from './live-part.ts'
import { operatorNav } from './operator-nav.ts'
import { operatorTable } from './operator-table.ts'
import { stageInWords } from './pipeline-words.ts'
import type { View } from './view.ts'

const mib = 2 ** 20

/**
 * Every process with what it does and how it is.
 *
 * @param told the id of a process that was told to drain just now
 */
export function workersPage(view: View, processes: readonly ProcessRecord[], told: string | undefined): Html {
  const { t } = view
  const body = html`<h1>${t.workers}</h1>
    ${operatorNav(view)}
    ${told !== undefined && html`<p class="notice" role="status">${t.drainOrdered} ${code(told)}</p>`}
    ${livePart(view, '/workers/events', workersPart(view, processes))}`
  return layout(view, { title: t.workers, head: reloadsWithoutScript(), body, width: 'wide' })
}

/** The part of the page that changes. */
export function workersPart(view: View, processes: readonly ProcessRecord[]): Html {
  const { t } = view
  if (processes.length === 0) return html`<p class="warning">${t.noWorkers}</p>`
  const headings = [
    t.service,
    t.host,
    t.pid,
    t.version,
    t.stages,
    t.busy,
    t.memory,
    t.loopDelay,
    t.lastBeat,
    t.since,
    t.health,
    t.action,
  ]
  const ordered = processes.toSorted((one, other) => one.service.localeCompare(other.service) || one.pid - other.pid)
  return operatorTable(
    headings,
    ordered.map((worker) => cells(view, worker)),
    'workers',
  )
}

function cells(view: View, worker: ProcessRecord): (Html | string)[] {
  const { format } = view
  const { service, host, pid, version = '–', memoryBytes, loopDelayMs, lastBeatMs, startedAt } = worker
  const isSilent = lastBeatMs > aliveForMs
  const beat = format.milliseconds(lastBeatMs)
  return [
    code(service),
    code(host),
    code(String(pid)),
    code(version),
    stages(view, worker),
    busy(view, worker),
    memoryBytes === undefined ? '–' : html`<bdi dir="ltr">${format.number(Math.round(memoryBytes / mib))} MiB</bdi>`,
    loopDelayMs === undefined ? '–' : format.milliseconds(loopDelayMs),
    isSilent ? html`<span class="warning">${beat}</span>` : beat,
    html`${time(view, startedAt)}`,
    health(worker),
    drain(view, worker),
  ]
}

function stages({ ui }: View, { stages: all }: ProcessRecord): Html | string {
  if (all.length === 0) return '–'
  return html`${all.map(({ name }) => html`<span class="tag">${stageInWords(ui, name)}</span> `)}`
}

function busy({ format }: View, { stages: all }: ProcessRecord): Html | string {
  const active = all.reduce((sum, one) => sum + one.active, 0)
  const slots = all.reduce((sum, one) => sum + one.concurrency, 0)
  if (slots === 0) return '–'
  const counts = `${format.number(active)} / ${format.number(slots)}`
  return html`<bdi dir="ltr">${counts}</bdi> · <bdi>${format.percent(active / slots)}</bdi>`
}

function health({ healthUrl }: ProcessRecord): Html | string {
  if (healthUrl === null) return '–'
  return outerLink(`${healthUrl}/ready`, code('/ready'))
}

/** A link to the question, not a button: nothing happens before it was answered. */
function drain({ t }: View, { id, pid, service, stages: all, isDraining = false }: ProcessRecord): Html | string {
  if (isDraining) return html`<span class="tag" data-draining="${id}">${t.isDraining}</span>`
  if (all.length === 0) return '–'
  return html`<a href="/workers/${encodeURIComponent(id)}/drain" aria-label="${t.drain}: ${service} ${pid}"
    >${t.drain}</a
  >`
}
