import type { ArticleReader, IndexedArticle, ListedArticle } from '@rafid/search'
import { html, raw } from 'hono/html'
import { articleLine } from './article-card.ts'
import { copyInWords } from './copy-words.ts'
import { cut, inLanguage, inOurs, isolated, outerLink, pathTo, time, webUrl } from './fragments.ts'
import type { Html } from './fragments.ts'
import { jsonLd } from './json-ld.ts'
import { layout } from './layout.ts'
import { safeHtml } from './safe-html.ts'
import type { View } from './view.ts'

const keywordsMax = 30
const readAlsoMax = 20

/** One article with everything that is known around it. */
export async function articlePage(view: View, reader: ArticleReader, article: IndexedArticle): Promise<Html> {
  const [others, around] = await Promise.all([reader.duplicates(article), reader.neighbours(article)])
  const original = webUrl(article.url)
  const head = html`${original !== null && html`<link rel="canonical" href="${original}" />`}
    <link rel="alternate" type="application/json" href="/api/v1/articles/${article.id}" />
    <script type="application/ld+json">
      ${raw(jsonLd(article))}
    </script>`
  const body = html`<article class="reading" ${inLanguage(article.lang)}>
      ${heading(view, article)} ${content(view, article)} ${ending(view, article)}
    </article>
    ${copies(view, article, others)} ${neighbours(view, article, around)}
    <p class="aside"><a href="/api/v1/articles/${article.id}">${view.t.asJson}</a></p>`
  return layout(view, {
    title: article.title.trim() === '' ? view.t.untitled : article.title,
    head,
    body,
    width: 'text',
  })
}

function heading(view: View, article: IndexedArticle): Html {
  const { t, format } = view
  const published = time(view, article.publishedAt)
  const updated = article.updatedAt === article.publishedAt ? null : time(view, article.updatedAt)
  return html`<header>
    ${article.breaking && html`<p class="mark" ${inOurs(view)}><em class="badge">${t.breaking}</em></p>`}
    <h1>${article.title.trim() === '' ? t.untitled : article.title}</h1>
    <p class="facts" ${inOurs(view)}>
      <span class="source">${outerLink(article.url, isolated(article.source.name))}</span>
      ${article.author !== null && html`<span>${t.byAuthor} ${isolated(article.author)}</span>`}
      <span
        >${published === null ? html`${t.fetched} ${time(view, article.fetchedAt)}` : html`${t.published} ${published}`}</span
      >
      ${updated !== null && html`<span>${t.updated} ${updated}</span>`}
      ${article.section !== null && html`<span>${isolated(article.section)}</span>`}
      ${article.lang !== null && html`<span>${isolated(format.languageName(article.lang))}</span>`}
      ${webUrl(article.url) !== null && html`<span>${outerLink(article.url, html`${t.originalPage}`)}</span>`}
    </p>
  </header>`
}

function content(view: View, { html: body, text, image, photoCredit, extraction }: IndexedArticle): Html {
  const safe = safeHtml(body)
  const lead = webUrl(image)
  // Publishers put the same picture above the text and into it.
  const isShown = lead === null || safe.includes(`src="${lead.replaceAll('&', '&amp;')}"`)
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
  const plain = html`${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`
  const credit = photoCredit !== null && html`<figcaption>${isolated(photoCredit)}</figcaption>`
  const nothing = html`<p ${inOurs(view)}>${view.t.noText}</p>`
  return html`${!isShown && html`<figure class="lead"><img src="${lead}" alt="" decoding="async" referrerpolicy="no-referrer" />${credit}</figure>`}
    <div class="prose">${safe === '' ? (paragraphs.length === 0 ? nothing : plain) : raw(safe)}</div>
    ${extraction?.kind === 'paywall' && html`<p class="aside" ${inOurs(view)}>${view.t.onlyBeginning}</p>`}`
}

function ending(view: View, { source, attribution, keywords }: IndexedArticle): Html {
  const { t } = view
  const { name, url } = attribution ?? source
  const chips = keywords.slice(0, keywordsMax)
  return html`<footer ${inOurs(view)}>
    <p class="attribution">${t.attribution} ${outerLink(url, isolated(name))}</p>
    ${
      chips.length > 0 &&
      html`<ul class="chips" aria-label="${t.keywords}">
        ${chips.map((word) => html`<li><a href="${pathTo('/search', { q: word })}">${isolated(word)}</a></li>`)}
      </ul>`
    }
  </footer>`
}

function copies(view: View, article: IndexedArticle, others: readonly ListedArticle[]): Html | null {
  const { t } = view
  if (others.length === 0) return null
  const { duplicateOf: first, follows } = article.relation
  const lines = others.map((one) => {
    const mark = one.id === first ? html`<em class="badge">${t.firstSeen}</em>` : null
    return articleLine(view, one, html`${mark} ${one.id === (follows ?? first) && reasonOfCopy(view, article, one.id)}`)
  })
  return section('copies', t.sameText, lines)
}

/** Why this article is a copy of that one. */
function reasonOfCopy(view: View, { id, relation }: IndexedArticle, other: string): Html | null {
  const words = copyInWords(view.ui, relation)
  if (words === null) return null
  const share = relation.resemblance === null ? null : view.format.percent(relation.resemblance)
  return html`<span
    >${[words.how, words.why, share].filter((part) => part !== null).join(view.ui === 'ar' ? '، ' : ', ')}
    <a href="/articles/${id}/compare/${other}">${view.t.why}</a></span
  >`
}

type Around = { readonly similar: readonly ListedArticle[]; readonly related: readonly ListedArticle[] }

function neighbours(view: View, article: IndexedArticle, { similar, related }: Around): Html {
  const { t } = view
  const printed = article.readAlso.slice(0, readAlsoMax).map(({ title, url }) => {
    return html`<li dir="auto">
      ${outerLink(url, html`${cut(title)}`)}
      ${webUrl(url) !== null && html`<span class="facts" ${inOurs(view)}>${t.fromPublisher}</span>`}
    </li>`
  })
  return html`${section('read-also', t.readAlso, [...related.map((one) => articleLine(view, one)), ...printed])}
  ${section(
    'similar',
    t.similar,
    similar.map((one) => articleLine(view, one)),
  )}
  ${similar.length > 0 && article.story !== null && html`<p class="aside"><a href="/stories/${article.story}">${t.story}</a></p>`}`
}

function section(id: string, title: string, lines: readonly Html[]): Html | null {
  if (lines.length === 0) return null
  return html`<section class="beside" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <ul>
      ${lines}
    </ul>
  </section>`
}
