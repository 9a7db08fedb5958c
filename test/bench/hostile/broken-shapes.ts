import {
  headed,
  line,
  million,
  numbered,
  paragraph,
  repeated,
  share,
  within,
  type HostilePage,
} from './hostile-page.ts'
import { samplePage, sampleParagraphs } from './sample-page.ts'

/** What each of these says is read whole, again for every one around it. */
const readWhole = [
  '<div itemprop="datePublished">',
  '<div itemprop="author">',
  '<div class="byline">',
  '<span class="breadcrumb">',
  '<ol class="breadcrumb">',
  '<h1>',
  '<time>',
  '<address>',
  '<article>',
  '<main>',
  '<figure>',
  '<figcaption>',
  '<aside class="related">',
  '<section class="tags">',
  '<noscript>',
  '<picture>',
  '<li>',
  '<a rel="tag" href="/t">',
  '<q>',
  '<td>',
]

/** Nesting that no page has. */
const nested: readonly HostilePage[] = [
  ['half a million nested boxes', repeated('<div>', 500_000)],
  ['20,000 nested boxes with a paragraph each', repeated(`<div>${paragraph}`, 20_000)],
  ['20,000 nested quotes with a paragraph each', repeated(`<blockquote>${paragraph}`, 20_000)],
  ['20,000 nested pieces of emphasis', repeated('<b><i>word ', 20_000)],
  ['50,000 nested links', repeated('<a href="/x">word ', 50_000)],
  ['50,000 nested lists', repeated('<ul><li>item', 50_000)],
  ['20,000 nested tables', repeated('<table><tr><td>cell', 20_000)],
  ['20,000 nested pictures with captions', repeated('<figure><img src="/a.jpg"><figcaption>words', 20_000)],
  ['10,000 nested headings', repeated('<h1>heading ', 10_000)],
  ['foreign elements', repeated('<svg><math><title><desc><p>', 100_000)],
  ['everything open', (scale) => samplePage.replaceAll(/<\/[a-z]+>/g, '').repeat(share(500, scale))],
  [
    'boxes as deep as may be, as often as may be',
    (scale) => within(`${'<div>'.repeat(140)}${paragraph}${'</div>'.repeat(140)}`.repeat(share(180, scale))),
  ],
  [
    '15,000 paragraphs as deep as may be',
    (scale) => within(`${'<div>'.repeat(130)}${paragraph.repeat(share(15_000, scale))}`),
  ],
  [
    '15,000 links as deep as may be',
    (scale) => within(`${'<div>'.repeat(130)}${'<a href="/x">a link</a> '.repeat(share(15_000, scale))}`),
  ],
  [
    '15,000 quoted list items as deep as may be',
    (scale) => within(`${'<blockquote>'.repeat(130)}<ul>${'<li>An item of a list.'.repeat(share(15_000, scale))}`),
  ],
  ...readWhole.map((tag): HostilePage => [
    `140 of ${tag} around one text`,
    (scale) => within(tag.repeat(140) + paragraph.repeat(share(30_000, scale))),
  ]),
  ...readWhole.map((tag): HostilePage => [
    `140 of ${tag} around one long line`,
    (scale) => within(tag.repeat(140) + 'word '.repeat(share(900_000, scale))),
  ]),
]

/** Numbers that no page has. */
const numerous: readonly HostilePage[] = [
  ['100,000 siblings', repeated(paragraph, 100_000)],
  ['400,000 paragraphs without an end', repeated('<p>', 400_000)],
  ['a million and a half of <p>', (scale) => '<p>'.repeat(share(1_500_000, scale))],
  ['200,000 links', repeated('<a href="/x">a link</a> ', 200_000)],
  [
    '200,000 links to as many addresses',
    (scale) => within(numbered(share(200_000, scale), (number) => `<a href="/${number}">l</a>`).join('')),
  ],
  [
    '60,000 linked headlines with a teaser',
    repeated('<h3><a href="/x">A headline of some words</a></h3><p>A teaser.</p>', 60_000),
  ],
  [
    '30,000 linked headlines to as many addresses',
    (scale) =>
      within(
        numbered(
          share(30_000, scale),
          (number) =>
            `<div><h3><a href="/${number}">Headline number ${number} of some words</a></h3>${paragraph}</div>`,
        ).join(''),
      ),
  ],
  [
    '50,000 boxes alike',
    repeated(`<div class="box"><a href="/n">A headline of some words</a><p>A short text under it.</p></div>`, 50_000),
  ],
  [
    '50,000 different paragraphs',
    (scale) =>
      within(numbered(share(50_000, scale), (number) => `<p>Line ${number}: ${sampleParagraphs[1]}</p>`).join('')),
  ],
  [
    '20,000 articles',
    (scale) =>
      within(
        numbered(share(20_000, scale), (number) => `<article><h2>Part ${number}</h2>${paragraph}</article>`).join(''),
      ),
  ],
  ['50,000 quotes', repeated(`<blockquote>${paragraph}</blockquote>`, 30_000)],
  ['100,000 pictures', repeated('<img src="/a.jpg">', 100_000)],
  [
    'a <picture> of 100,000 pictures',
    (scale) => within(`<picture>${'<img src="/a.jpg">'.repeat(share(100_000, scale))}`),
  ],
  [
    'a <picture> of 100,000 sources',
    (scale) =>
      within(`<picture>${'<source srcset="/a.jpg 2w">'.repeat(share(100_000, scale))}<img src="/b.jpg"></picture>`),
  ],
  [
    '50,000 pictures with a caption',
    repeated('<figure><img src="/a.jpg"><figcaption>The pier in spring</figcaption></figure>', 50_000),
  ],
  ['pieces of text between drawings', repeated('word <svg></svg>', 200_000)],
  ['100,000 lines of one paragraph', (scale) => within(`<p>${'a line<br>'.repeat(share(100_000, scale))}</p>`)],
  [
    '100,000 pieces of text in one line',
    (scale) => within(`<p>${'word <b>bold</b> '.repeat(share(100_000, scale))}</p>`),
  ],
  [
    'a table of 100,000 rows',
    (scale) => within(`<table>${'<tr><td>one<td>two'.repeat(share(100_000, scale))}</table>`),
  ],
  ['a row of 100,000 cells', (scale) => within(`<table><tr>${'<td>cell'.repeat(share(100_000, scale))}</table>`)],
  [
    'a table that is 99,999,999 columns wide',
    () => within(`<table><tr><td colspan=99999999 rowspan=99999999>${sampleParagraphs[1]}</table>`),
  ],
  ['a list of 200,000 items', (scale) => within(`<ul>${'<li>item'.repeat(share(200_000, scale))}</ul>`)],
  ['labels upon labels', repeated('<h2>Read also:</h2><h3>A title of it</h3>', 50_000)],
  ['100,000 headings', repeated('<h2>A heading of some words</h2>', 100_000)],
  ['100,000 dates', repeated('<time datetime="2024-01-02">2 January 2024</time>', 100_000)],
  ['100,000 bylines', repeated('<span class="author">By A. Writer</span>', 100_000)],
  ['100,000 metas', (scale) => headed('<meta property="article:tag" content="harbour">'.repeat(share(100_000, scale)))],
  [
    '100,000 metas of as many names',
    (scale) => headed(numbered(share(100_000, scale), (number) => `<meta name="n${number}" content="x">`).join('')),
  ],
  ['500 samples', (scale) => samplePage.repeat(share(500, scale))],
  ['thirty megabytes', (scale) => within(paragraph.repeat(share((30 * million) / paragraph.length, scale)))],
]

/** Tags without an end, ends without a tag, and attributes. */
const broken: readonly HostilePage[] = [
  ['a million attributes', (scale) => within(`<div ${'a=1 '.repeat(share(million, scale))}>${paragraph}</div>`)],
  [
    '300,000 different attributes',
    (scale) =>
      within(`<div ${numbered(share(300_000, scale), (number) => `a${number}=1`).join(' ')}>${paragraph}</div>`),
  ],
  [
    'attributes of a megabyte each',
    (scale) =>
      within(
        ['class', 'id', 'style', 'href', 'rel', 'itemprop', 'alt', 'datetime']
          .map((name) => `<a ${name}="${'ab '.repeat(share(million / 6, scale))}">x</a>`)
          .join(''),
      ),
  ],
  [
    'a style of a megabyte',
    (scale) => {
      const style = 'width :  '.repeat(share(110_000, scale))
      return within(`<p style="${style}">x</p><img style="${style}">`)
    },
  ],
  [
    'a set of 10,000 pictures',
    (scale) =>
      within(`<img srcset="${numbered(share(10_000, scale), (number) => `/a,${number}.jpg ${number}w`).join(', ')}">`),
  ],
  ['a title of five megabytes', (scale) => `<title>${'title | '.repeat(share(600_000, scale))}</title>${paragraph}`],
  ['a comment that never ends', (scale) => within(`<!--${paragraph.repeat(share(20_000, scale))}`)],
  ['600,000 comments', repeated('<!---->', 600_000)],
  ['600,000 comments that begin', repeated('<!-- ', 600_000)],
  ['300,000 declarations', repeated('<!doctype html><![CDATA[x]]>', 150_000)],
  ['a script that never ends', (scale) => within(`<script>${'<'.repeat(share(4 * million, scale))}`)],
  ['a script of beginnings of its end', (scale) => within(`<script>${'</scrip'.repeat(share(600_000, scale))}`)],
  ['200,000 scripts', repeated('<script></script>', 200_000)],
  ['100,000 unclosed scripts and titles', repeated('<script><title><xmp>', 100_000)],
  ['a tag that never ends', (scale) => within(`<div ${'a'.repeat(share(4 * million, scale))}`)],
  ['a name of four megabytes', (scale) => within(`<${'a'.repeat(share(4 * million, scale))}>x`)],
  ['tags that never end', repeated('<div a="', 400_000)],
  ['900,000 closing tags', repeated('</div></p></b>', 300_000)],
  [
    '100,000 names of elements',
    (scale) => within(numbered(share(100_000, scale), (number) => `<x${number}>y</x${number}>`).join('')),
  ],
  [
    '150 open elements and 300,000 that close none of them',
    (scale) => within(`${'<div>'.repeat(140)}${'</q></u>'.repeat(share(300_000, scale))}`),
  ],
  ['300,000 characters by number', line('&#x41;', 1_800_000)],
  ['300,000 characters by name', line('&CounterClockwiseContourIntegral;', 4 * million)],
]

export const brokenShapes: readonly HostilePage[] = [...nested, ...numerous, ...broken]
