import type { AuditEntry } from '@rafid/pipeline'
import { html } from 'hono/html'
import { code, isolated, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import { operatorNav } from './operator-nav.ts'
import { operatorTable } from './operator-table.ts'
import type { View } from './view.ts'

/** What operators had done to the pipeline, newest first. */
export function auditPage(view: View, entries: readonly AuditEntry[]): Html {
  const { t, format } = view
  const headings = [t.when, t.by, t.action, t.about, t.howMany]
  const rows = entries.map(({ at, by, action, about, count }) => {
    return [html`${time(view, at)}`, code(by), code(action), isolated(about), format.number(count)]
  })
  const body = html`<h1>${t.auditLog}</h1>
    ${operatorNav(view)}
    ${entries.length === 0 ? html`<p class="calm">${t.noAudit}</p>` : operatorTable(headings, rows, 'audit')}`
  return layout(view, { title: t.auditLog, body, width: 'wide' })
}
