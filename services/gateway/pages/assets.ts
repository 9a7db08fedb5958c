import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'

/** Where the page finds its parts. */
export type AssetUrls = { readonly css: string; readonly js: string; readonly icon: string }

type Asset = { readonly url: string; readonly body: string; readonly type: string }

const hashChars = 12

/** An address changes with its content, so a browser never has to ask again. */
const immutable = 'public, max-age=31536000, immutable'

/** Reads the style sheet, the script and the icon, and serves them under addresses made of their content. */
export function assets(): { urls: AssetUrls; app: Hono } {
  const css = asset('site.css', 'text/css; charset=utf-8')
  const js = asset('site.js', 'text/javascript; charset=utf-8')
  const icon = asset('icon.svg', 'image/svg+xml')
  const app = new Hono()
  for (const { url, body, type } of [css, js, icon]) {
    app.get(url, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': immutable }))
  }
  return { urls: { css: css.url, js: js.url, icon: icon.url }, app }
}

function asset(name: string, type: string): Asset {
  const body = readFileSync(join(import.meta.dirname, '../assets', name), 'utf8')
  const hash = createHash('sha256').update(body).digest('hex').slice(0, hashChars)
  const [stem, ending] = name.split('.', 2)
  return { url: `/assets/${stem}.${hash}.${ending}`, body, type }
}
