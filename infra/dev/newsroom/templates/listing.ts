import { type Markup, markup } from '../markup.ts'
import type { Publisher } from '../publishers.ts'
import { listItems } from './parts.ts'
import type { Link } from './view.ts'

export type ListingView = {
  publisher: Publisher
  title: string
  feedUrl: string
  feedType: string
  sections: readonly Link[]
  links: readonly Link[]
}

/** A front page, section or tag page: the navigation and a list of articles. */
export function listingPage(view: ListingView): Markup {
  const { publisher } = view
  return markup`<!doctype html>
<html lang="${publisher.lang}" dir="${publisher.lang === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="${publisher.charset}">
<title>${view.title} | ${publisher.name}</title>
<link rel="alternate" type="${view.feedType}" title="${publisher.name}" href="${view.feedUrl}">
</head>
<body>
<header><h1>${publisher.name}</h1><p>${publisher.tagline}</p><nav><ul>${listItems(view.sections)}</ul></nav></header>
<main><h2>${view.title}</h2><ul>${listItems(view.links)}</ul></main>
</body>
</html>`
}
