import type { SavedSearch, SearchMatch } from '@rafid/contracts'
import { html } from 'hono/html'
import { articleLine } from './article-card.ts'
import { isolated, pathTo } from './fragments.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/** So many of the newest matches are shown. */
export const matchesShownMax = 50
const refreshMs = 5_000

/** The articles that answered a saved search when they were new, the newest first; it brings itself up to date. */
export function savedSearchPage(view: View, search: SavedSearch, matches: readonly SearchMatch[]): Html {
  const { t } = view
  const { id, name, query } = search
  const head = html`<link rel="alternate" type="application/atom+xml" title="${name}" href="/searches/${id}.atom" />
    <link rel="alternate" type="application/json" href="/api/v1/searches/${id}/matches" />`
  const body = html`<h1>${isolated(name)}</h1>
    <p class="note">
      <a href="${pathTo('/search', { q: query, order: 'newest' })}"><bdi>${query}</bdi></a>
    </p>
    <p class="warning stale" role="status" hidden>${t.stale}</p>
    <div data-refresh="/searches/${id}?fragment=1" data-refresh-ms="${refreshMs}">${matchLines(view, matches)}</div>
    <p class="aside">
      <a href="/searches/${id}.atom" type="application/atom+xml">${t.asFeed}</a>
      <a href="/api/v1/searches/${id}/matches">${t.matchesAsJson}</a>
      <a href="/searches">${t.savedSearches}</a>
    </p>`
  return layout(view, { title: name, head, body, width: 'text' })
}

/** The part that changes. */
export function matchLines(view: View, matches: readonly SearchMatch[]): Html {
  if (matches.length === 0) return html`<p class="empty">${view.t.noMatches}</p>`
  return html`<section class="beside">
    <ul>
      ${matches.map(({ articleId, title, lang, publishedAt, matchedAt, source }) =>
        articleLine(view, {
          id: articleId,
          title,
          lang,
          publishedAt,
          fetchedAt: matchedAt,
          source: { name: source, url: null },
        }),
      )}
    </ul>
  </section>`
}
