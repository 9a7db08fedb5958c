const encoder = new TextEncoder()
const around = (inside: string): Uint8Array =>
  encoder.encode(`<rss version="2.0"><channel><title>t</title><item><title>i</title>${inside}</item></channel></rss>`)
const description = (escaped: string): Uint8Array => around(`<description>${escaped}</description>`)

/** Feeds made to break a reader, by name; none is made before it is wanted. */
export const ownAttacks: ReadonlyMap<string, () => Uint8Array> = new Map([
  ['title of 100 MB', () => around(`<title>${'a'.repeat(100_000_000)}</title>`)],
  [
    'description of 100 MB of references',
    () => around(`<description>${'&lt;b&gt;x'.repeat(10_000_000)}</description>`),
  ],
  ['100 MB of blanks', () => encoder.encode(`${' '.repeat(100_000_000)}<rss/>`)],
  ['a million openings of HTML', () => description('&lt;b>'.repeat(1_000_000))],
  ['a million closings of HTML', () => description(`${'&lt;b>'.repeat(90)}${'&lt;/i>'.repeat(1_000_000)}`)],
  ['a million paragraphs in a table', () => description(`&lt;table>${'&lt;tr>&lt;td>&lt;p>'.repeat(300_000)}`)],
  ['openings of comments in HTML', () => description('&lt;!--'.repeat(500_000))],
  ['a picture of a million sources', () => description(`&lt;img srcset="${'a.png 1x, '.repeat(1_000_000)}">`)],
  ['a style of a megabyte', () => description(`&lt;p style="${'color:red;'.repeat(100_000)}">`)],
  ['references that do not end', () => around(`<description>${'&ampersand'.repeat(500_000)}</description>`)],
  ['unclosed quotation marks', () => around('<a b="c'.repeat(500_000))],
  ['half a million prefixes', () => around('<a:b xmlns:a="urn:x">'.repeat(300_000))],
  [
    'a sitemap of 200,000 pages',
    () =>
      encoder.encode(
        `<urlset>${'<url><loc>https://a.example/</loc><lastmod>2024-01-01</lastmod></url>'.repeat(200_000)}</urlset>`,
      ),
  ],
  [
    'JSON of 300,000 items',
    () => encoder.encode(`{"items":[${'{"id":"1","date_published":"2024-01-01T00:00:00Z"},'.repeat(300_000)}{}]}`),
  ],
  ['brackets of JSON', () => encoder.encode('['.repeat(5_000_000))],
  ['authors of parentheses', () => around(`<author>${'a@b.example ('.repeat(100_000)}</author>`.repeat(20))],
  ['dates of digits', () => around(`<pubDate>${'1 '.repeat(400_000)}</pubDate>`.repeat(10))],
  ['bytes of no encoding', () => new Uint8Array(20_000_000).fill(0xc1, 100)],
])
