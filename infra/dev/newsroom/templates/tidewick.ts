import { type Markup, markup } from '../markup.ts'
import { listItems, newsArticleJson, paragraphsWith, readableDate } from './parts.ts'
import type { ArticleView, Link } from './view.ts'

/** The English daily: JSON-LD, a newsletter box and links inside the text, comments below. */
export function tidewickPage(view: ArticleView): Markup {
  const { article, url, homeUrl, feedUrl } = view
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${article.title} | ${article.publisher.name}</title>
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/feed+json" href="${feedUrl}">
<meta name="description" content="${article.paragraphs[0] ?? ''}">
${newsArticleJson(view)}
</head>
<body>
<div id="consent-banner"><p>We and our 214 partners value your privacy and would like to store cookies on your device.</p><button>Accept all</button> <button>Manage choices</button></div>
<div class="masthead"><a href="${homeUrl}">${article.publisher.name}</a><em>${article.publisher.tagline}</em><a class="cta" href="#subscribe">Subscribe for 1 a week</a></div>
<nav class="topnav"><ul>${listItems(view.sections)}</ul></nav>
<div class="crumbs"><a href="${homeUrl}">News</a> &rsaquo; <a href="${view.section.url}">${view.section.title}</a></div>
<div class="story">
<h1>${article.title}</h1>
<div class="author-line"><a href="#author">${article.byline}</a><span>${readableDate(article.publishedAt, 'en-GB')}</span></div>
<div class="social"><a href="#share">Share</a><a href="#email">Email</a><a href="#save">Save for later</a><a href="#comments">${view.comments.length} comments</a></div>
${view.imageUrl === undefined ? undefined : markup`<div class="lead-image"><img src="${view.imageUrl}" alt="${article.title}"><span>Picture: Courier archive</span></div>`}
<div class="story-body">
${paragraphsWith(article.paragraphs, readMore(view.readAlso), newsletter)}
</div>
<div class="topics">${article.tags.map((tag) => markup`<a href="${homeUrl}tag/${encodeURIComponent(tag)}">${tag}</a>`)}</div>
</div>
<div class="recirculation"><h2>You may also like</h2><ul>${listItems(view.similar)}</ul><h2>Most read</h2><ol>${listItems(view.mostRead)}</ol></div>
<div id="comments"><h2>Join the conversation</h2>
${view.comments.map(({ name, text }) => markup`<div class="c"><strong>${name}</strong><p>${text}</p><button>Recommend</button></div>`)}
</div>
<footer><p>&copy; ${article.publisher.name}. Complaints and corrections: see our <a href="${homeUrl}about">editors' code</a>. <a href="${homeUrl}privacy">Cookie settings</a></p></footer>
</body>
</html>`
}

const newsletter = markup`<aside class="newsletter-box"><h4>Get the Courier in your inbox</h4><p>Sign up for our free morning briefing and never miss a tide.</p><button>Sign me up</button></aside>`

function readMore(links: readonly Link[]): Markup {
  return markup`<div class="read-more"><strong>READ MORE:</strong> ${links.map(({ title, url }) => markup`<a href="${url}">${title}</a>`)}</div>`
}
