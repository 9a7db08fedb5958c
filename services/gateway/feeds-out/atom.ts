import { isLanguageTag } from '../pages/formats.ts'
import { updatedOf } from './outgoing-feed.ts'
import type { OutgoingEntry, OutgoingFeed } from './outgoing-feed.ts'

/** What XML 1.0 has no way to write. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/**
 * Writes a feed as Atom.
 *
 * @see RFC 4287
 */
export function atom(feed: OutgoingFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${text(feed.selfUrl)}</id>
  <title>${text(feed.title)}</title>
  <updated>${updatedOf(feed).toISOString()}</updated>
  <generator>Rafid</generator>
  <link rel="self" type="application/atom+xml" href="${text(feed.selfUrl)}"/>
  <link rel="alternate" type="text/html" href="${text(feed.pageUrl)}"/>
${feed.entries.map(entry).join('')}</feed>
`
}

function entry(one: OutgoingEntry): string {
  const lang = one.lang !== null && isLanguageTag(one.lang) ? ` xml:lang="${text(one.lang)}"` : ''
  const categories = one.keywords.map((keyword) => `    <category term="${text(keyword)}"/>\n`)
  return `  <entry${lang}>
    <id>${text(one.id)}</id>
    <title>${text(one.title)}</title>
    <updated>${one.updated.toISOString()}</updated>
    <published>${one.published.toISOString()}</published>
    <author><name>${text(one.author)}</name></author>
    <link rel="alternate" href="${text(one.url)}"/>
    <link rel="related" type="text/html" href="${text(one.readerUrl)}"/>
    <summary>${text(one.summary)}</summary>
${categories.join('')}  </entry>
`
}

function text(value: string): string {
  const writable = value.toWellFormed().replaceAll(unwritable, ' ')
  return writable.replaceAll(/[&<>"]/g, (sign) => escapes.get(sign) ?? sign)
}
