import { codeOf, PermanentError } from '@rafid/errors'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error for API callers. Source: RFC 9457. */
export function problem(context: Context, status: ContentfulStatusCode, code: string, detail: string): Response {
  return context.body(JSON.stringify({ status, code, detail }), status, { 'content-type': 'application/problem+json' })
}

/** What callers see of a thrown value: a coded refusal is theirs to mend, anything else is ours. */
export function problemOf(context: Context, error: unknown): Response {
  if (error instanceof PermanentError) return problem(context, 422, error.code, error.message)
  return problem(context, 500, codeOf(error), 'The server failed; its log says why.')
}
