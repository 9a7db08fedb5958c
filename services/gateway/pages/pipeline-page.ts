import type { QueueDepth } from '@rafid/operations'
import { html } from 'hono/html'
import { deadLetterGroups } from './dead-letter-groups.ts'
import { code } from './fragments.ts'
import type { Html } from './fragments.ts'
import { chartParts, hourChart, hourTable } from './hour-chart.ts'
import { layout } from './layout.ts'
import { livePart, reloadsWithoutScript } from './live-part.ts'
import { operatorNav } from './operator-nav.ts'
import { pipelineAdvice } from './pipeline-advice.ts'
import type { PipelineState } from './pipeline-state.ts'
import { searchableFigures } from './searchable-figures.ts'
import { stageFigures } from './stage-figures.ts'
import { stageInWords } from './pipeline-words.ts'
import type { View } from './view.ts'

/** The operator's page: stages, the last hour, dead letters. It keeps itself up to date. */
export function pipelinePage(view: View, state: PipelineState): Html {
  const { t } = view
  const head = html`${reloadsWithoutScript()} ${chartParts(view)}`
  const body = html`<h1>${t.pipeline}</h1>
    ${operatorNav(view)} ${livePart(view, '/pipeline/events', pipelinePart(view, state))}`
  return layout(view, { title: t.pipeline, head, body, width: 'wide' })
}

/** The part of the page that changes. */
export function pipelinePart(view: View, state: PipelineState): Html {
  const { t } = view
  return html`${totals(view, state)} ${pipelineAdvice(view, state.watched)}
    <section>
      <h2>${t.stages}</h2>
      <ol class="flow">
        ${state.queues.map((queue) => stage(view, queue, state))}
      </ol>
    </section>
    ${searchableFigures(view, state.watched)} ${hourChart(view)} ${hourTable(view, state.watched)}
    ${deadLetterGroups(view, state.deadLetters)}`
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
