const encoder = new TextEncoder()
const around = (inside: string): Uint8Array =>
  encoder.encode(`<rss version="2.0"><channel><title>t</title><item><title>i</title>${inside}</item></channel></rss>`)
const description = (escaped: string): Uint8Array => around(`<description>${escaped}</description>`)

function times(count: number, scale: number): number {
  return Math.max(1, Math.round(count * scale))
}

/**
 * Feeds made to break a reader, by name; none is made before it is wanted.
 *
 * A scale of 1 is what a publisher could send, a smaller one the same in little.
 */
export const ownAttacks: ReadonlyMap<string, (scale: number) => Uint8Array> = new Map<
  string,
  (scale: number) => Uint8Array
>([
  ['title of 100 MB', (scale) => around(`<title>${'a'.repeat(times(100_000_000, scale))}</title>`)],
  [
    'description of 100 MB of references',
    (scale) => around(`<description>${'&lt;b&gt;x'.repeat(times(10_000_000, scale))}</description>`),
  ],
  ['100 MB of blanks', (scale) => encoder.encode(`${' '.repeat(times(100_000_000, scale))}<rss/>`)],
  ['a million openings of HTML', (scale) => description('&lt;b>'.repeat(times(1_000_000, scale)))],
  [
    'a million closings of HTML',
    (scale) => description(`${'&lt;b>'.repeat(90)}${'&lt;/i>'.repeat(times(1_000_000, scale))}`),
  ],
  [
    'a million paragraphs in a table',
    (scale) => description(`&lt;table>${'&lt;tr>&lt;td>&lt;p>'.repeat(times(300_000, scale))}`),
  ],
  ['openings of comments in HTML', (scale) => description('&lt;!--'.repeat(times(500_000, scale)))],
  [
    'a picture of a million sources',
    (scale) => description(`&lt;img srcset="${'a.png 1x, '.repeat(times(1_000_000, scale))}">`),
  ],
  ['a style of a megabyte', (scale) => description(`&lt;p style="${'color:red;'.repeat(times(100_000, scale))}">`)],
  [
    'references that do not end',
    (scale) => around(`<description>${'&ampersand'.repeat(times(500_000, scale))}</description>`),
  ],
  ['unclosed quotation marks', (scale) => around('<a b="c'.repeat(times(500_000, scale)))],
  ['half a million prefixes', (scale) => around('<a:b xmlns:a="urn:x">'.repeat(times(300_000, scale)))],
  [
    'a sitemap of 200,000 pages',
    (scale) =>
      encoder.encode(
        `<urlset>${'<url><loc>https://a.example/</loc><lastmod>2024-01-01</lastmod></url>'.repeat(times(200_000, scale))}</urlset>`,
      ),
  ],
  [
    'JSON of 300,000 items',
    (scale) =>
      encoder.encode(
        `{"items":[${'{"id":"1","date_published":"2024-01-01T00:00:00Z"},'.repeat(times(300_000, scale))}{}]}`,
      ),
  ],
  ['brackets of JSON', (scale) => encoder.encode('['.repeat(times(5_000_000, scale)))],
  [
    'authors of parentheses',
    (scale) => around(`<author>${'a@b.example ('.repeat(times(100_000, scale))}</author>`.repeat(20)),
  ],
  ['dates of digits', (scale) => around(`<pubDate>${'1 '.repeat(times(400_000, scale))}</pubDate>`.repeat(10))],
  ['bytes of no encoding', (scale) => new Uint8Array(times(20_000_000, scale)).fill(0xc1, 100)],
])
