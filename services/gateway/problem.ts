import { codeOf, PermanentError } from '@rafid/errors'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error for API callers. Source: RFC 9457. */
export function problem(context: Context, status: ContentfulStatusCode, code: string, detail: string): Response {
  return context.body(JSON.stringify({ status, code, detail }), status, { 'content-type': 'application/problem+json' })
}

/** What callers see of a thrown value: a coded refusal is theirs to mend, anything else is ours. */
export function problemOf(context: Context, error: unknown): Response {
  if (isUnanswered(error)) return problem(context, 503, 'redis.unreachable', 'Redis does not answer: try again soon.')
  if (error instanceof PermanentError) return problem(context, 422, error.code, error.message)
  return problem(context, 500, codeOf(error), 'The server failed; its log says why.')
}

/** Whether Redis has not answered in time; its client has no class for it. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out'
}
