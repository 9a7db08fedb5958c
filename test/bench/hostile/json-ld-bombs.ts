import { headed, million, numbered, share, type HostilePage } from './hostile-page.ts'

const data = (json: string): string => headed(`<script type="application/ld+json">${json}</script>`)
const article = (fields: string): string => data(`{"@type":"NewsArticle",${fields}}`)
const nestedIn = (begin: string, end: string, depth: number, scale: number): string =>
  `${begin.repeat(share(depth, scale))}"x"${end.repeat(share(depth, scale))}`

/** JSON-LD that is too deep, too long, too many, or broken. */
export const jsonLdBombs: readonly HostilePage[] = [
  ['JSON-LD 10,000 deep', (scale) => data(nestedIn('{"@graph":[', ']}', 10_000, scale))],
  ['JSON-LD 70,000 deep', (scale) => data(nestedIn('{"@graph":[', ']}', 70_000, scale))],
  ['JSON-LD 450,000 deep', (scale) => data(nestedIn('[', ']', 450_000, scale))],
  ['JSON-LD 10,000 deep in one field', (scale) => article(`"author":${nestedIn('[', ']', 10_000, scale)}`)],
  ...['author', 'publisher', 'image', 'keywords', 'articleSection', 'headline', 'datePublished'].map(
    (field): HostilePage => [
      `JSON-LD with "${field}" 400,000 deep`,
      (scale) => article(`"${field}":${nestedIn('[', ']', 400_000, scale)}`),
    ],
  ),
  ...[10_000, 20_000, 120_000].map((depth): HostilePage => [
    `JSON-LD of ${depth} nested pictures`,
    (scale) => article(`"image":${nestedIn('{"url":', '}', depth, scale)}`),
  ]),
  ['JSON-LD of 100,000 nested names', (scale) => article(`"author":${nestedIn('{"name":', '}', 100_000, scale)}`)],
  ['JSON-LD of five megabytes', (scale) => article(`"articleBody":"${'word '.repeat(share(million, scale))}"`)],
  ['JSON-LD just within its limit', (scale) => article(`"articleBody":"${'word '.repeat(share(199_000, scale))}"`)],
  [
    'JSON-LD with a body of 60,000 lines',
    (scale) => article(`"articleBody":"${'A line of it.\\n'.repeat(share(60_000, scale))}"`),
  ],
  [
    'JSON-LD of angle brackets',
    (scale) =>
      article(
        `"articleBody":"${'<'.repeat(share(900_000, scale))}","description":"${'&'.repeat(share(90_000, scale))}"`,
      ),
  ],
  [
    'JSON-LD of blanks',
    (scale) => article(`"articleBody":"${' '.repeat(share(900_000, scale))}x"}${' '.repeat(share(90_000, scale))};`),
  ],
  ['broken JSON-LD of blanks', (scale) => data(`{"@type"${' '.repeat(share(900_000, scale))}x`)],
  ...['"@type":', '"@type":"Article', '"author":{', '"headline":"', '"headline": ', ';', '// ', '-->', '<!--'].map(
    (piece): HostilePage => [
      `broken JSON-LD of ${piece}`,
      (scale) => article(`"headline":"x ${piece.repeat(share(900_000 / piece.length, scale))}`),
    ],
  ),
  [
    'JSON-LD of 10,000 nodes',
    (scale) => {
      const nodes = numbered(
        share(10_000, scale),
        (number) => `{"@type":"NewsArticle","@id":"${number}","author":{"@id":"${number + 1}"}}`,
      )
      return data(`{"@graph":[${nodes.join(',')}]}`)
    },
  ],
  [
    'JSON-LD of 50,000 authors and words',
    (scale) =>
      article(
        `"author":[${'{"name":"A"},'.repeat(share(25_000, scale))}{}],"keywords":[${'"a",'.repeat(share(90_000, scale))}""]`,
      ),
  ],
  [
    'JSON-LD of 200,000 types',
    (scale) => data(`{"headline":"x","@type":[${'"a",'.repeat(share(200_000, scale))}"NewsArticle"]}`),
  ],
  [
    'JSON-LD of 90,000 names of one author',
    (scale) => article(`"author":{"name":[${'"A. Writer",'.repeat(share(70_000, scale))}"B"]}`),
  ],
  [
    '10,000 scripts of JSON-LD',
    (scale) => headed('<script type="application/ld+json">{"@type":"WebPage"}</script>'.repeat(share(10_000, scale))),
  ],
  [
    '100 scripts of JSON-LD with 2,000 nodes each',
    (scale) => {
      const script = `<script type="application/ld+json">{"@graph":[${'{"@type":"a"},'.repeat(2_000)}{}]}</script>`
      return headed(script.repeat(share(100, scale)))
    },
  ],
  [
    '100 long scripts of JSON-LD',
    (scale) => {
      const script = `<script type="application/ld+json">{"@type":"WebPage","x":"${'y'.repeat(45_000)}"}</script>`
      return headed(script.repeat(share(100, scale)))
    },
  ],
  [
    'JSON-LD that names what objects inherit',
    () =>
      data(
        '{"@type":"NewsArticle","__proto__":{"headline":"x"},"constructor":1,"headline":{"toString":1},"datePublished":"2099-01-01"}',
      ),
  ],
  ['JSON-LD that is broken', () => article('"headline":"a "b" c","image":[{')],
]
