import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AssetUrls } from './assets.ts'
import { formatsOf } from './formats.ts'
import type { Formats } from './formats.ts'
import { interfaceLanguage, uiOf } from './interface-language.ts'
import type { Ui } from './interface-language.ts'
import { stringsOf } from './strings.ts'
import type { Strings } from './strings.ts'

/** How one request wants its page. */
export type View = {
  readonly ui: Ui
  readonly direction: 'rtl' | 'ltr'
  readonly t: Strings
  readonly format: Formats
  readonly now: Date
  readonly assets: AssetUrls
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

const cookieName = 'ui'
const cookieSeconds = 365 * 86_400

/** Reads a request. A language asked for by `?ui=` is remembered in a cookie. */
export function viewOf(context: Context, site: { readonly now: Date; readonly assets: AssetUrls }): View {
  const query = context.req.query()
  const asked = uiOf(query['ui'])
  if (asked !== null) {
    setCookie(context, cookieName, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: cookieSeconds })
  }
  const ui = interfaceLanguage({
    asked: query['ui'],
    remembered: getCookie(context, cookieName),
    acceptLanguage: context.req.header('accept-language'),
  })
  const direction = ui === 'ar' ? 'rtl' : 'ltr'
  return { ...site, ui, direction, t: stringsOf(ui), format: formatsOf(ui), path: context.req.path, query }
}
