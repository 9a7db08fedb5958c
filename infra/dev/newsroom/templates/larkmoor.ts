import { type Markup, markup } from '../markup.ts'
import { listItems, openGraph } from './parts.ts'
import type { ArticleView } from './view.ts'

/** The English agency: clean semantic HTML with Open Graph and microdata. */
export function larkmoorPage(view: ArticleView): Markup {
  const { article, url, homeUrl, feedUrl } = view
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${article.title} - ${article.publisher.name}</title>
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" href="${feedUrl}">
<meta name="author" content="${article.byline}">
${openGraph(view)}
</head>
<body>
<header><a href="${homeUrl}">${article.publisher.name}</a><p>${article.publisher.tagline}</p>
<nav aria-label="Sections"><ul>${listItems(view.sections)}</ul></nav></header>
<main>
<nav aria-label="Breadcrumb"><ol><li><a href="${homeUrl}">Home</a></li><li><a href="${view.section.url}">${view.section.title}</a></li></ol></nav>
<article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${article.title}</h1>
<p class="byline">By <span itemprop="author">${article.byline}</span> | <time itemprop="datePublished" datetime="${article.publishedAt.toISOString()}">${article.publishedAt.toUTCString()}</time></p>
${view.imageUrl === undefined ? undefined : markup`<figure><img itemprop="image" src="${view.imageUrl}" alt=""><figcaption>Larkmoor library picture</figcaption></figure>`}
<div itemprop="articleBody">
${article.paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`)}
</div>
<p class="credit">Reporting by ${article.byline}; editing by the Larkmoor desk</p>
</article>
<section aria-label="Related"><h2>More from the wire</h2><ul>${listItems([...view.readAlso, ...view.similar])}</ul></section>
<p>Topics: ${article.tags.map((tag) => markup`<a href="${homeUrl}tag/${encodeURIComponent(tag)}">${tag}</a>`)}</p>
</main>
<footer><p>Subscribers may republish with attribution. <a href="${homeUrl}about">About</a> <a href="${homeUrl}privacy">Privacy</a></p></footer>
</body>
</html>`
}
