import { type Markup, markup } from '../markup.ts'
import { sectionName } from '../sections.ts'
import { type Channel, type FeedEntry, summaryOf } from './channel.ts'

/** RSS 2.0 (RSS Advisory Board, 2.0.11) with the author in Dublin Core and the picture in Media RSS. */
export function rssFeed(channel: Channel): string {
  const { publisher } = channel
  return markup`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${publisher.name}</title>
<link>${channel.homeUrl}</link>
<description>${publisher.tagline}</description>
<language>${publisher.lang}</language>
<lastBuildDate>${channel.updatedAt.toUTCString()}</lastBuildDate>
<atom:link href="${channel.feedUrl}" rel="self" type="application/rss+xml"/>
${channel.entries.map(item)}
</channel>
</rss>
`.markup
}

function item({ article, url, imageUrl }: FeedEntry): Markup {
  return markup`<item>
<title>${article.title}</title>
<link>${url}</link>
<guid isPermaLink="false">${article.publisher.id}-${article.number}</guid>
<pubDate>${article.publishedAt.toUTCString()}</pubDate>
<dc:creator>${article.byline}</dc:creator>
<category>${sectionName(article.topic, article.publisher.lang)}</category>
${imageUrl === undefined ? undefined : markup`<media:content url="${imageUrl}" type="image/png" medium="image"/>`}
<description>${markup`<p>${summaryOf(article)}</p>`.markup}</description>
</item>`
}
