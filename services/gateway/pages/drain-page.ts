import { aliveForMs } from '@rafid/pipeline'
import type { ProcessRecord } from '@rafid/pipeline'
import { html } from 'hono/html'
import { code, isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { stageInWords } from './pipeline-words.ts'
import type { View } from './view.ts'

/** Asks whether a process is meant to drain, and says which stages would be left to nobody. */
export function drainPage(view: View, worker: ProcessRecord, all: readonly ProcessRecord[]): Html {
  const { t, ui } = view
  const left = stagesLeft(worker, all)
  const body = html`<h1>${t.drain}</h1>
    <p>${code(worker.service)} · ${code(worker.host)} · ${code(String(worker.pid))}</p>
    <p>${t.drainMeans}</p>
    ${
      left.length > 0 &&
      html`<p class="warning" data-left="${left.length}">
        ${t.drainLeavesNobody} ${left.map((name) => html`<strong>${isolated(stageInWords(ui, name))}</strong> `)}
      </p>`
    }
    <form action="/workers/${encodeURIComponent(worker.id)}/drain" method="post" class="buttons">
      <button type="submit">${t.drainNow}</button>
      <a href="/workers">${t.cancel}</a>
    </form>`
  return layout(view, { title: t.drain, body, width: 'text' })
}

/** Stages of a process that no other one that lives works at. */
function stagesLeft({ id, stages }: ProcessRecord, all: readonly ProcessRecord[]): string[] {
  const others = all.filter((one) => one.id !== id && one.lastBeatMs <= aliveForMs && one.isDraining !== true)
  const staffed = new Set(others.flatMap((one) => one.stages.map(({ name }) => name)))
  return stages.map(({ name }) => name).filter((name) => !staffed.has(name))
}
