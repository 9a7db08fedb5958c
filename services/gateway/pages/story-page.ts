import type { IndexedStory } from '@rafid/search'
import { html } from 'hono/html'
import { articleLine } from './article-card.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/** What was written on one event, the newest first, one line a text. */
export function storyPage(view: View, { id, articles }: IndexedStory): Html {
  const { t } = view
  const title = articles[0]?.title.trim() || t.untitled
  const head = html`<link rel="alternate" type="application/json" href="/api/v1/stories/${id}" />`
  const lines = articles.map((article) => {
    const copies = article.copies > 0 && html`<a href="/articles/${article.id}#copies">${t.copies(article.copies)}</a>`
    return articleLine(view, article, html`${copies}`)
  })
  const body = html`<section class="beside" id="story" aria-labelledby="story-title">
      <h1 class="quiet" id="story-title">${t.story}</h1>
      <ul>
        ${lines}
      </ul>
    </section>
    <p class="aside"><a href="/api/v1/stories/${id}">${t.storyAsJson}</a></p>`
  return layout(view, { title, head, body, width: 'text' })
}
