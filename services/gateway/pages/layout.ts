import { queryCharsMax } from '@rafid/query'
import { html } from 'hono/html'
import { pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** What one page puts into the frame of all of them. */
export type Page = {
  readonly title: string
  readonly body: Html
  readonly head?: Html
  /** Wide pages use the whole screen, others keep lines to a readable length. */
  readonly width?: 'text' | 'list' | 'wide'
}

/** The frame of every page: search box, sections, language, and the page itself. */
export function layout(view: View, { title, body, head, width = 'list' }: Page): Html {
  const { t, ui, direction, assets } = view
  return html`<!doctype html>
    <html lang="${ui}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${t.siteName}</title>
        <link rel="icon" href="${assets.icon}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets.css}" />
        <script src="${assets.js}" type="module"></script>
        ${head}
      </head>
      <body>
        <a class="skip" href="#content">${t.skip}</a>
        ${header(view)}
        <main id="content" class="${width}" tabindex="-1">${body}</main>
        <footer class="foot">
          <p>${t.footer}</p>
          <p><a href="/api/v1/articles">${t.api}</a></p>
        </footer>
      </body>
    </html>`
}

function header(view: View): Html {
  const { t, ui, path, query } = view
  const other = ui === 'ar' ? 'en' : 'ar'
  const sections: readonly [string, string][] = [
    ['/', t.newest],
    ['/feeds', t.feeds],
    ['/pipeline', t.pipeline],
  ]
  return html`<header class="top">
    <div class="bar">
      <a class="name" href="/">${t.siteName}</a>
      <nav aria-label="${t.mainMenu}">
        ${sections.map(([href, label]) => html`<a href="${href}" ${path === href && html`aria-current="page"`}>${label}</a>`)}
      </nav>
      <a class="other" href="${pathTo(path, { ...query, ui: other })}" lang="${other}" hreflang="${other}"
        >${t.otherLanguage}</a
      >
      ${searchBox(view)}
    </div>
  </header>`
}

function searchBox({ t, path, query }: View): Html {
  const onSearch = path === '/search'
  return html`<form class="find" role="search" action="/search" method="get">
    <input
      id="q"
      name="q"
      type="search"
      dir="auto"
      maxlength="${queryCharsMax}"
      value="${onSearch ? (query['q'] ?? '') : ''}"
      placeholder="${t.searchPlaceholder}"
      aria-label="${t.searchPlaceholder}"
      enterkeyhint="search"
      autocomplete="off"
    />
    ${onSearch && ['order', 'collapse'].map((name) => query[name] && html`<input type="hidden" name="${name}" value="${query[name]}" />`)}
    <button type="submit">${t.search}</button>
  </form>`
}
