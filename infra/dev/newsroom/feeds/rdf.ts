import { type Markup, markup } from '../markup.ts'
import { type Channel, type FeedEntry, summaryOf } from './channel.ts'

/** RSS 1.0 (RDF Site Summary), as publishers that chose their software long ago still serve it. */
export function rdfFeed(channel: Channel): string {
  const { publisher, entries } = channel
  return markup`<?xml version="1.0" encoding="${publisher.charset}"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${channel.feedUrl}">
<title>${publisher.name}</title>
<link>${channel.homeUrl}</link>
<description>${publisher.tagline}</description>
<dc:language>${publisher.lang}</dc:language>
<dc:date>${channel.updatedAt.toISOString()}</dc:date>
<items><rdf:Seq>
${entries.map(({ url }) => markup`<rdf:li rdf:resource="${url}"/>`)}
</rdf:Seq></items>
</channel>
${entries.map(item)}
</rdf:RDF>
`.markup
}

function item({ article, url }: FeedEntry): Markup {
  return markup`<item rdf:about="${url}">
<title>${article.title}</title>
<link>${url}</link>
<dc:date>${article.publishedAt.toISOString()}</dc:date>
<dc:creator>${article.byline}</dc:creator>
<description>${summaryOf(article)}</description>
</item>`
}
