import type { WorkerRecord } from '@rafid/pipeline'
import type { QueueDepth } from '@rafid/operations'
import { html } from 'hono/html'
import { deadLetterGroups } from './dead-letter-groups.ts'
import { code, isolated, outerLink, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { operatorTable } from './operator-table.ts'
import { pipelineAdvice } from './pipeline-advice.ts'
import type { PipelineState } from './pipeline-state.ts'
import { stageFigures } from './stage-figures.ts'
import { stageInWords } from './pipeline-words.ts'
import type { View } from './view.ts'

/** Between two looks at the pipeline, in milliseconds. */
const refreshMs = 2_000

/** Where no script runs the whole page comes anew, in seconds. */
const reloadSeconds = 5

/** The operator's page: stages, workers, dead letters. It keeps itself up to date. */
export function pipelinePage(view: View, state: PipelineState): Html {
  const { t } = view
  const head = html`<noscript><meta http-equiv="refresh" content="${reloadSeconds}" /></noscript>`
  const body = html`<h1>${t.pipeline}</h1>
    <p class="stale" role="status" hidden>${t.stale}</p>
    <div id="pipeline" data-refresh="/pipeline?fragment=1" data-refresh-ms="${refreshMs}">
      ${pipelineFragment(view, state)}
    </div>`
  return layout(view, { title: t.pipeline, head, body, width: 'wide' })
}

/** The part of the page that changes. */
export function pipelineFragment(view: View, state: PipelineState): Html {
  const { t } = view
  return html`${totals(view, state)} ${pipelineAdvice(view, state.watched)}
    <section>
      <h2>${t.stages}</h2>
      <ol class="flow">
        ${state.queues.map((queue) => stage(view, queue, state))}
      </ol>
    </section>
    <p class="aside">
      <a href="/funnel">${t.funnel}</a> · <a href="/trace">${t.trace}</a> · <a href="/audit">${t.auditLog}</a> ·
      <a href="/bull" hreflang="en">${t.rawJobs}</a>
    </p>
    ${workers(view, state.workers)} ${deadLetterGroups(view, state.deadLetters)}`
}

function totals({ t, format }: View, { queues, workers: alive, feeds, articles }: PipelineState): Html {
  const queued = queues.reduce((sum, queue) => sum + queue.waiting + queue.active + queue.delayed, 0)
  const dead = queues.reduce((sum, queue) => sum + queue.failed, 0)
  const figures: readonly [string, number][] = [
    [t.articles, articles.articles],
    [t.originals, articles.originals],
    [t.copiesTotal, articles.articles - articles.originals],
    [t.feeds, feeds],
    [t.jobsInQueues, queued],
    [t.deadLetters, dead],
    [t.workers, alive.length],
  ]
  return html`<dl class="totals" aria-label="${t.totals}">
    ${figures.map(
      ([label, figure]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${format.number(figure)}</dd>
        </div>`,
    )}
  </dl>`
}

function stage(view: View, queue: QueueDepth, { workers: alive, watched }: PipelineState): Html {
  const { t, ui, format } = view
  const { name, waiting, active, delayed, failed, oldestWaitingMs, isPaused } = queue
  const staffed = alive.some((worker) => worker.stages.some((one) => one.name === name))
  const figures: readonly [label: string, figure: number, kind: string][] = [
    [t.active, active, 'active'],
    [t.delayed, delayed, 'delayed'],
    [t.dead, failed, 'dead'],
  ]
  return html`<li class="stage ${active > 0 && 'busy'} ${waiting > 0 && 'queued'}" data-stage="${name}">
    <h3>${stageInWords(ui, name)}</h3>
    <p class="stage-name">${code(name)}</p>
    <p class="depth"><strong data-figure="waiting">${format.number(waiting)}</strong> ${t.waiting}</p>
    <dl>
      ${figures.map(
        ([label, figure, kind]) =>
          html`<div class="${kind} ${figure === 0 && 'none'}">
            <dt>${label}</dt>
            <dd data-figure="${kind}">${format.number(figure)}</dd>
          </div>`,
      )}
    </dl>
    <p class="age">
      ${t.oldestWaiting}: ${oldestWaitingMs === null ? t.nobodyWaits : format.duration(oldestWaitingMs)}
    </p>
    ${isPaused && html`<p class="warning">${t.stagePaused}</p>`} ${stageFigures(view, watched, name)}
    ${!staffed && html`<p class="warning">${t.nobodyWorks}</p>`}
    <form action="/stages/${name}/${isPaused ? 'resume' : 'pause'}" method="post">
      <button type="submit">${isPaused ? t.resume : t.pause}</button>
    </form>
  </li>`
}

function workers(view: View, alive: readonly WorkerRecord[]): Html {
  const { t } = view
  const headings = [t.service, t.host, t.pid, t.stages, t.busy, t.since, t.health]
  return html`<section>
    <h2>${t.workers}</h2>
    ${
      alive.length === 0
        ? html`<p class="warning">${t.noWorkers}</p>`
        : operatorTable(
            headings,
            alive.map((worker) => workerCells(view, worker)),
          )
    }
  </section>`
}

function workerCells(
  view: View,
  { service, host, pid, stages, startedAt, healthUrl }: WorkerRecord,
): (Html | string)[] {
  const { ui, format } = view
  const active = stages.reduce((sum, one) => sum + one.active, 0)
  const concurrency = stages.reduce((sum, one) => sum + one.concurrency, 0)
  const health = healthUrl === null ? null : `${healthUrl}/ready`
  return [
    code(service),
    code(host),
    code(String(pid)),
    stages.length === 0
      ? '–'
      : html`${stages.map((one) => html`<span class="tag">${stageInWords(ui, one.name)}</span> `)}`,
    concurrency === 0 ? '–' : html`<bdi dir="ltr">${format.number(active)} / ${format.number(concurrency)}</bdi>`,
    html`${time(view, startedAt)}`,
    health === null ? '–' : outerLink(health, isolated(hostOf(health))),
  ]
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
