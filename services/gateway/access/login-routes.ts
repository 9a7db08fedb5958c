import { isSecret } from '@rafid/service'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, setCookie } from 'hono/cookie'
import { formOf, isOurForm, refuse, textOf } from '../pages/own-form.ts'
import type { View } from '../pages/view.ts'
import { isKnown, sessionCookie } from './guard.ts'
import type { Access } from './guard.ts'
import { loginPage, logoutPage } from './login-page.ts'
import { makeSession, sessionMs } from './session.ts'

const formBytesMax = 4 * 1024

/** The way in for people: the token once, then a session. */
export function loginRoutes(app: Hono, { token }: Access, look: (context: Context) => View): void {
  if (token === undefined) return
  const page = (context: Context, isWrong: boolean): Response | Promise<Response> => {
    const view = look(context)
    // Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one.
    context.header('referrer-policy', 'same-origin')
    if (isKnown(context, token, view.now)) return context.html(logoutPage(view))
    return context.html(loginPage(view, { to: placeOf(view.query['to']), isWrong }), isWrong ? 401 : 200)
  }
  const limit = bodyLimit({
    maxSize: formBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  app.get('/login', (context) => page(context, false))
  app.post('/login', limit, async (context) => {
    if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
    const form = await formOf(context)
    if (!isSecret(textOf(form['token']), token)) return page(context, true)
    const { now } = look(context)
    const secure = new URL(context.req.url).protocol === 'https:' || context.req.header('x-forwarded-proto') === 'https'
    const about = { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: sessionMs / 1000 } as const
    setCookie(context, sessionCookie, makeSession(token, now), about)
    return context.redirect(placeOf(textOf(form['to'])), 303)
  })
  app.post('/logout', limit, (context) => {
    if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
    deleteCookie(context, sessionCookie, { path: '/' })
    return context.redirect('/login', 303)
  })
}

/** A place of our own; nobody is sent elsewhere from here. */
function placeOf(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[\w\-./%]*$/.test(to) ? to : '/'
}
