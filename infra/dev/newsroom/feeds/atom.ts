import { type Markup, markup } from '../markup.ts'
import { sectionName } from '../sections.ts'
import { type Channel, type FeedEntry, summaryOf } from './channel.ts'

/** Atom (RFC 4287) with summaries. */
export function atomFeed(channel: Channel): string {
  const { publisher } = channel
  return markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${publisher.lang}">
<id>urn:newsroom:${publisher.id}</id>
<title>${publisher.name}</title>
<subtitle>${publisher.tagline}</subtitle>
<link rel="self" type="application/atom+xml" href="${channel.feedUrl}"/>
<link rel="alternate" type="text/html" href="${channel.homeUrl}"/>
<updated>${channel.updatedAt.toISOString()}</updated>
${channel.entries.map(entry)}
</feed>
`.markup
}

function entry({ article, url, imageUrl }: FeedEntry): Markup {
  return markup`<entry>
<id>urn:newsroom:${article.publisher.id}:${article.number}</id>
<title>${article.title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
${imageUrl === undefined ? undefined : markup`<link rel="enclosure" type="image/png" href="${imageUrl}"/>`}
<published>${article.publishedAt.toISOString()}</published>
<updated>${article.modifiedAt.toISOString()}</updated>
<author><name>${article.byline}</name></author>
<category term="${article.topic}" label="${sectionName(article.topic, article.publisher.lang)}"/>
<summary>${summaryOf(article)}</summary>
</entry>`
}
