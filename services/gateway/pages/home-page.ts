import type { ArticleReader } from '@rafid/search'
import { html } from 'hono/html'
import { parseListQuery } from '../list-query.ts'
import { articleCard } from './article-card.ts'
import { emptyList, filterForm, pager } from './article-list.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/**
 * The newest articles, copies folded into the first of them. Who asks for one source sees all it published.
 *
 * @throws z.ZodError that names a parameter, PermanentError `cursor.invalid`
 */
export async function homePage(view: View, reader: ArticleReader): Promise<Html> {
  const { t } = view
  const filter = parseListQuery({ ...view.query })
  const { articles, nextCursor } = await reader.newest({ ...filter, originalsOnly: filter.source === undefined })
  const isFirst = filter.cursor === undefined
  const cards = articles.map((article) => articleCard(view, article, html`${article.summary}`))
  const feed = '/feeds/newest.atom'
  const head = html`<link rel="alternate" type="application/atom+xml" title="${t.newest}" href="${feed}" />`
  const body = html`<h1 class="quiet">${t.newest}</h1>
    ${await filterForm(view, reader)}
    <div class="cards ${isFirst && 'led'}">${cards}</div>
    ${articles.length === 0 && emptyList(t.noArticles, t.noArticlesHint)} ${pager(view, nextCursor)}
    <p class="aside"><a href="${feed}" type="application/atom+xml">${t.feedOfNewest}</a></p>`
  return layout(view, { title: isFirst ? t.tagline : t.newest, head, body })
}
