import { html } from 'hono/html'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** The pages of operators beside each other. */
export function operatorNav({ t, path }: View): Html {
  const pages: readonly (readonly [href: string, label: string])[] = [
    ['/pipeline', t.pipeline],
    ['/workers', t.workers],
    ['/hosts', t.hosts],
    ['/funnel', t.funnel],
    ['/trace', t.trace],
    ['/dead-letters', t.deadLetters],
    ['/audit', t.auditLog],
    ['/bull', t.rawJobs],
  ]
  return html`<nav class="operators" aria-label="${t.operatorPages}">
    ${pages.map(([href, label]) => html`<a href="${href}" ${path === href && html`aria-current="page"`}>${label}</a> `)}
  </nav>`
}
