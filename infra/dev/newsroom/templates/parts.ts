import { jsonMarkup, type Markup, markup } from '../markup.ts'
import type { ArticleView, Link } from './view.ts'

/** The links as list items. */
export function listItems(links: readonly Link[]): Markup[] {
  return links.map(({ title, url }) => markup`<li><a href="${url}">${title}</a></li>`)
}

/** Open Graph properties of an article. */
export function openGraph({ article, url, imageUrl }: ArticleView): Markup {
  return markup`<meta property="og:type" content="article">
<meta property="og:site_name" content="${article.publisher.name}">
<meta property="og:title" content="${article.title}">
<meta property="og:description" content="${article.paragraphs[0] ?? ''}">
<meta property="og:url" content="${url}">
${imageUrl === undefined ? undefined : markup`<meta property="og:image" content="${imageUrl}">`}
<meta property="article:published_time" content="${article.publishedAt.toISOString()}">
<meta property="article:modified_time" content="${article.modifiedAt.toISOString()}">`
}

/** schema.org NewsArticle as JSON-LD. */
export function newsArticleJson({ article, url, homeUrl, imageUrl, section }: ArticleView): Markup {
  const { publisher } = article
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: url,
    headline: article.title,
    inLanguage: publisher.lang,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.modifiedAt.toISOString(),
    author: { '@type': 'Person', name: article.byline },
    publisher: { '@type': 'Organization', name: publisher.name, url: homeUrl },
    articleSection: section.title,
    keywords: article.tags.join(', '),
    image: imageUrl,
  }
  return markup`<script type="application/ld+json">${jsonMarkup(data)}</script>`
}

/** The paragraphs as `<p>` elements with an insert after the second and another after the fourth. */
export function paragraphsWith(paragraphs: readonly string[], second: Markup, fourth?: Markup): Markup[] {
  return paragraphs.flatMap((paragraph, index) => {
    const insert = index === 1 ? second : index === 3 ? fourth : undefined
    return insert === undefined ? [markup`<p>${paragraph}</p>`] : [markup`<p>${paragraph}</p>`, insert]
  })
}

/** A date as readers of this language expect it, in UTC. */
export function readableDate(date: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(date)
}
