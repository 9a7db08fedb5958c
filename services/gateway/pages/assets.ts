import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Hono } from 'hono'

/** Where the page finds its parts. */
export type AssetUrls = {
  readonly css: string
  readonly js: string
  readonly icon: string
  /** What draws charts, the library it needs and its style sheet: only pages with a chart load them. */
  readonly chart: string
  readonly chartLibrary: string
  readonly chartCss: string
}

type Asset = { readonly url: string; readonly body: string; readonly type: string }

const hashChars = 12

const cssType = 'text/css; charset=utf-8'
const jsType = 'text/javascript; charset=utf-8'

/** An address changes with its content, so a browser never has to ask again. */
const immutable = 'public, max-age=31536000, immutable'

/** Reads the style sheet, the script and the icon, and serves them under addresses made of their content. */
export function assets(): { urls: AssetUrls; app: Hono } {
  const css = asset(ownAsset('site.css'), cssType)
  const js = asset(ownAsset('site.js'), jsType)
  const icon = asset(ownAsset('icon.svg'), 'image/svg+xml')
  const chart = asset(ownAsset('chart.js'), jsType)
  const chartLibrary = asset(import.meta.resolve('uplot/dist/uPlot.iife.min.js'), jsType)
  const chartCss = asset(import.meta.resolve('uplot/dist/uPlot.min.css'), cssType)
  const app = new Hono()
  for (const { url, body, type } of [css, js, icon, chart, chartLibrary, chartCss]) {
    app.get(url, (context) => context.body(body, 200, { 'content-type': type, 'cache-control': immutable }))
  }
  const urls = {
    css: css.url,
    js: js.url,
    icon: icon.url,
    chart: chart.url,
    chartLibrary: chartLibrary.url,
    chartCss: chartCss.url,
  }
  return { urls, app }
}

function ownAsset(name: string): string {
  return pathToFileURL(join(import.meta.dirname, '../assets', name)).href
}

/** @param file its address, as `file:` */
function asset(file: string, type: string): Asset {
  const body = readFileSync(fileURLToPath(file), 'utf8')
  const hash = createHash('sha256').update(body).digest('hex').slice(0, hashChars)
  const name = basename(file)
  const [stem, ending] = [name.slice(0, name.indexOf('.')), extname(name).slice(1)]
  return { url: `/assets/${stem}.${hash}.${ending}`, body, type }
}
