import type { Context } from 'hono'
import { messagePage } from './message-page.ts'
import { reasonInWords } from './reasons.ts'
import { isSameOrigin } from './same-origin.ts'
import type { View } from './view.ts'

/** Whether a form came from one of our own pages. */
export function isOurForm({ req }: Context): boolean {
  const origin = { site: req.header('sec-fetch-site'), origin: req.header('origin'), host: new URL(req.url).host }
  return isSameOrigin(origin)
}

/** The fields of a form; none of what is no form. */
export async function formOf({ req }: Context): Promise<Record<string, unknown>> {
  const isForm = req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  return isForm ? req.parseBody() : {}
}

/** A field as trimmed text; '' for what is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/** A page that says why a form was not taken. */
export function refuse(
  context: Context,
  view: View,
  code: string,
  status: 403 | 404 | 409 | 413,
): Response | Promise<Response> {
  const title = status === 404 ? view.t.notFound : view.t.refused
  return context.html(messagePage(view, { title, text: reasonInWords(view.ui, code), code }), status)
}
