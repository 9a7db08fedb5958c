import type { ListedArticle } from '@rafid/search'
import { html } from 'hono/html'
import { cut, inLanguage, inOurs, isolated, pathTo, time, webUrl } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { View } from './view.ts'

/** What a line of a list shows of an article. */
type Brief = Pick<ListedArticle, 'id' | 'title' | 'lang' | 'publishedAt' | 'fetchedAt' | 'source'>

/**
 * One article of a list, in the direction of its own language.
 *
 * @param lines the part of its text to show
 */
export function articleCard(view: View, article: ListedArticle, lines: Html): Html {
  const image = webUrl(article.image)
  return html`<article class="card ${image !== null && 'pictured'}" ${inLanguage(article.lang)}>
    <div class="words">
      <h2>${titleLink(view, article)}</h2>
      ${facts(view, article)}
      <p class="lines">${lines}</p>
    </div>
    ${image !== null && html`<img class="thumb" src="${image}" alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`}
  </article>`
}

/** An article as one line of a list, in the direction of its own language. */
export function articleLine(view: View, article: Brief, mark: Html | null = null): Html {
  return html`<li ${inLanguage(article.lang)}>
    ${titleLink(view, article)}
    <span class="facts" ${inOurs(view)}>
      ${isolated(article.source.name)} ${time(view, article.publishedAt ?? article.fetchedAt)} ${mark}
    </span>
  </li>`
}

// Without `<bdi>`: it stands alone, and where the language is unknown its letters give the direction of the whole.
function titleLink({ t }: View, { id, title }: Brief): Html {
  return html`<a href="/articles/${id}">${title.trim() === '' ? t.untitled : cut(title)}</a>`
}

function facts(view: View, article: ListedArticle): Html {
  const { t } = view
  const { source, attribution, copies, id } = article
  const differs = attribution !== null && attribution.name !== source.name
  return html`<p class="facts" ${inOurs(view)}>
    <a class="source" href="${pathTo('/', { source: source.name })}">${isolated(source.name)}</a>
    ${differs && html`<span>${t.via} ${isolated(attribution.name)}</span>`}
    ${time(view, article.publishedAt ?? article.fetchedAt)}
    ${copies > 0 && html`<a class="copies" href="/articles/${id}#copies">${t.copies(copies)}</a>`}
  </p>`
}
