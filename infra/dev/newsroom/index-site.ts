import { faultKinds } from './faults.ts'
import { type Markup, markup } from './markup.ts'
import { okReply, plainReply, type Reply } from './reply.ts'
import { feedUrl, type Site } from './site.ts'
import { feedWriters } from './feeds/index.ts'

/** What the newsroom's front door answers: a page about the publishers and the list of their feeds as OPML. */
export function indexReply(sites: readonly Site[], path: string): Reply {
  if (path === '/') return okReply('text/html; charset=utf-8', indexPage(sites).markup)
  if (path === '/feeds.opml') return okReply('text/x-opml; charset=utf-8', opml(sites).markup)
  return plainReply(404, 'not found')
}

/** OPML 2.0 with one outline a publisher, grouped by language. */
function opml(sites: readonly Site[]): Markup {
  return markup`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head><title>Demo newsroom</title></head>
<body>
<outline text="العربية">${sites.filter(({ publisher }) => publisher.lang === 'ar').map(outline)}</outline>
<outline text="English">${sites.filter(({ publisher }) => publisher.lang === 'en').map(outline)}</outline>
</body>
</opml>
`
}

function outline(site: Site): Markup {
  const { name, lang } = site.publisher
  return markup`<outline type="rss" text="${name}" title="${name}" language="${lang}" xmlUrl="${feedUrl(site)}" htmlUrl="${site.origin}/"/>`
}

function indexPage(sites: readonly Site[]): Markup {
  return markup`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Demo newsroom</title></head>
<body>
<h1>Demo newsroom</h1>
<p>Invented publishers with invented news, for trying things out. <a href="/feeds.opml">All feeds as OPML</a></p>
<table>
<tr><th>Publisher</th><th>Language</th><th>Feed</th><th>Misbehaviour</th></tr>
${sites.map(row)}
</table>
</body>
</html>`
}

function row(site: Site): Markup {
  const { publisher, origin } = site
  const faults = faultKinds.map((kind) => markup`<a href="${origin}/fault/${kind}">${kind}</a>`)
  return markup`<tr><td><a href="${origin}/">${publisher.name}</a></td><td>${publisher.lang}</td><td><a href="${feedUrl(site)}">${feedWriters[publisher.feedFormat].mediaType}</a></td><td>${faults}</td></tr>`
}
