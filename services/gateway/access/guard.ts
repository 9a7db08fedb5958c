import { bearsToken } from '@rafid/service'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { problem } from '../problem.ts'
import { isSession } from './session.ts'

/** Who may do what. */
export type Access = {
  /** The secret of the operators; undefined lets everybody do everything, which is for loopback only. */
  readonly token: string | undefined
  /** Whether everybody may read and search. */
  readonly isReadingOpen: boolean
}

export const sessionCookie = 'rafid_session'

/** The way in, what its page is drawn with, and where hubs deliver, each with a secret of its own. */
const open = /^\/(?:login|assets\/.*|websub\/.*)$/

/** What readers and their apps ask for. */
const reading =
  /^(?:\/|\/search|\/(?:articles|stories)\/.*|\/feeds\/(?:newest|search)\.(?:atom|json)|\/api\/v1\/(?:search|articles|articles\/.*|stories\/[^/]*))$/

/** Lets nobody do what is not theirs: everything needs the token but for what is open. */
export function guard({ token, isReadingOpen }: Access, clock: () => Date = () => new Date()): MiddlewareHandler {
  return async (context, next) => {
    const { path, method } = context.req
    const isRead = method === 'GET' || method === 'HEAD'
    const isFree = token === undefined || open.test(path) || (isReadingOpen && isRead && reading.test(path))
    if (isFree || isKnown(context, token, clock())) return next()
    return refusal(context, isRead)
  }
}

/** Whether a request carries the token, or a session that was made with it. */
export function isKnown(context: Context, token: string, now: Date): boolean {
  return (
    bearsToken(context.req.header('authorization'), token) || isSession(getCookie(context, sessionCookie), token, now)
  )
}

function refusal(context: Context, isRead: boolean): Response {
  const { path } = context.req
  const isPage = isRead && !path.startsWith('/api/') && context.req.header('accept')?.includes('text/html') === true
  if (isPage) return context.redirect(`/login?to=${encodeURIComponent(path)}`, 303)
  context.header('www-authenticate', 'Bearer realm="Rafid"')
  return problem(context, 401, 'access.token', 'Send the token of this installation: Authorization: Bearer ….')
}
