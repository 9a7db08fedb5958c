import { findBottleneck, lagTarget } from '@rafid/operations'
import type { Advice, Trouble } from '@rafid/operations'
import type { Watched } from '@rafid/pipeline'
import { html } from 'hono/html'
import { code, isolated } from './fragments.ts'
import type { Html } from './fragments.ts'
import { stageInWords } from './pipeline-words.ts'
import { bottleneckInWords, troubleInWords } from './trouble-words.ts'
import type { View } from './view.ts'

/** What is slow, why, and what to do about it; then what is stuck. */
export function pipelineAdvice(view: View, watched: Watched | null): Html | null {
  if (watched === null) return null
  const { t, ui } = view
  const bottleneck = findBottleneck(watched.flows, lagTarget)
  const isCalm = bottleneck === null && watched.troubles.length === 0
  return html`<section class="advice" aria-labelledby="advice-title">
    <h2 id="advice-title">${t.stateOfPipeline}</h2>
    ${isCalm && html`<p class="calm">${t.keepsUp}</p>`}
    ${
      bottleneck !== null &&
      html`<p class="bottleneck" data-stage="${bottleneck.stage}">
        <strong>${t.bottleneck}: ${isolated(stageInWords(ui, bottleneck.stage))}</strong>
        – ${bottleneckInWords(ui, bottleneck.reason)}. ${remedy(view, bottleneck.advice)}
      </p>`
    }
    ${
      watched.troubles.length > 0 &&
      html`<ul class="troubles">
        ${watched.troubles.map((one) => trouble(view, one))}
      </ul>`
    }
  </section>`
}

/** How many workers it takes, and what one more would bring. */
function remedy({ t, ui, format }: View, { workersNeeded, drainSeconds, drainSecondsWithOneMore }: Advice): Html {
  const lasts = (seconds: number | null): string => (seconds === null ? t.neverDrains : format.duration(seconds * 1000))
  return html`${workersNeeded !== null && html`${t.workersNeeded(workersNeeded)} `}${t.drainsIn}:
  ${lasts(drainSeconds)}${
    drainSecondsWithOneMore !== null &&
    html`${ui === 'ar' ? '؛' : ';'} ${t.withOneMore}: ${lasts(drainSecondsWithOneMore)}`
  }`
}

function trouble({ ui, format }: View, { code: name, about, extent }: Trouble): Html {
  const words = troubleInWords(ui, name)
  const subject = about === null ? null : subjectOf(ui, name, about)
  const lasted = extent !== null && !shares.has(name)
  return html`<li class="warning" data-trouble="${name}" data-about="${about ?? ''}">
    ${subject !== null && html`<strong>${subject}</strong>`}
    ${words === null ? code(name) : words.is}${lasted && html` (${format.duration(extent)})`}${
      extent !== null && shares.has(name) && html` (${format.percent(extent)})`
    }.
    ${words?.todo}
  </li>`
}

/** Troubles whose extent is a share. */
const shares = new Set(['redis.memory', 'stage.failing'])

function subjectOf(ui: View['ui'], name: string, about: string): Html {
  return name.startsWith('stage.') ? isolated(stageInWords(ui, about)) : code(about)
}
