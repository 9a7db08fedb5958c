import type { ListedFeed } from './feed-list.ts'

/**
 * Writes a subscription list as OPML 2.0 (http://opml.org/spec2.opml), a category an outline, readable by `parseOpml`.
 */
export function formatOpml(title: string, feeds: readonly ListedFeed[]): string {
  const byCategory = Map.groupBy(feeds, (feed) => feed.category)
  const outlines = [...byCategory].map(([category, members]) => {
    if (category === null) return members.map((feed) => `    ${outline(feed)}\n`).join('')
    return `    <outline text="${escape(category)}">\n${members.map((feed) => `      ${outline(feed)}\n`).join('')}    </outline>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>${escape(title)}</title></head>
  <body>
${outlines.join('')}  </body>
</opml>
`
}

function outline(feed: ListedFeed): string {
  const site = feed.siteUrl === null ? '' : ` htmlUrl="${escape(feed.siteUrl)}"`
  const title = escape(feed.title ?? feed.url)
  return `<outline type="rss" text="${title}" xmlUrl="${escape(feed.url)}"${site}/>`
}

/** Text for an attribute or element; what XML cannot hold becomes U+FFFD. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
