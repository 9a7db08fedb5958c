import type { Context } from 'hono'
import { problem } from './problem.ts'

/** A form of another site can send anything but this type. */
export function isJson(context: Context): boolean {
  return context.req.header('content-type')?.startsWith('application/json') === true
}

/** The answer to a body of another type. */
export function wrongType(context: Context, example: string): Response {
  return problem(context, 415, 'request.type', `Send it as application/json: ${example}.`)
}
