import { samplePage, sampleParagraphs } from './sample-page.ts'

/** A hostile page: what is wrong with it, and how it is built. */
export type HostilePage = readonly [name: string, build: () => string]

const million = 1_000_000
const paragraph = `<p>${sampleParagraphs[0]}</p>`
const within = (inner: string): string => samplePage.replace('</article>', `${inner}</article>`)
const repeated = (piece: string, times: number) => (): string => within(piece.repeat(times))
const line = (piece: string, chars: number) => (): string =>
  within(`<p>${piece.repeat(Math.ceil(chars / piece.length))}</p>${paragraph}`)
const data = (json: string): string => samplePage.replace('</head>', `<script type="application/ld+json">${json}</script></head>`)

/** Nesting, numbers and lengths that no page has. */
const shapes: readonly HostilePage[] = [
  ['half a million nested boxes', repeated('<div>', 500_000)],
  ['20,000 nested boxes with a paragraph each', () => within(`<div>${paragraph}`.repeat(20_000))],
  ['20,000 nested quotes with a paragraph each', () => within(`<blockquote>${paragraph}`.repeat(20_000))],
  ['20,000 nested pieces of emphasis', () => within('<b><i>word '.repeat(20_000))],
  ['50,000 nested links', () => within('<a href="/x">word '.repeat(50_000))],
  ['50,000 nested lists', repeated('<ul><li>item', 50_000)],
  ['20,000 nested tables', repeated('<table><tr><td>cell', 20_000)],
  ['20,000 nested pictures with captions', repeated('<figure><img src="/a.jpg"><figcaption>words', 20_000)],
  ['100,000 siblings', repeated(paragraph, 100_000)],
  ['400,000 paragraphs without an end', repeated('<p>', 400_000)],
  ['a million and a half of <p>', () => '<p>'.repeat(1_500_000)],
  ['200,000 links', repeated('<a href="/x">a link</a> ', 200_000)],
  ['200,000 links to as many addresses', () => within(Array.from({ length: 200_000 }, (_, n) => `<a href="/${n}">l</a>`).join(''))],
  ['100,000 linked headlines with a teaser', repeated('<h3><a href="/x">A headline of some words</a></h3><p>A teaser.</p>', 60_000)],
  ['50,000 boxes alike', repeated(`<div class="box"><a href="/n">A headline of some words</a><p>A short text under it.</p></div>`, 50_000)],
  ['100,000 pictures', repeated('<img src="/a.jpg">', 100_000)],
  ['100,000 lines of one paragraph', () => within(`<p>${'a line<br>'.repeat(100_000)}</p>`)],
  ['100,000 pieces of text in one line', () => within(`<p>${'word <b>bold</b> '.repeat(100_000)}</p>`)],
  ['a table of 100,000 rows', () => within(`<table>${'<tr><td>one<td>two'.repeat(100_000)}</table>`)],
  ['a table that is 99,999,999 columns wide', () => within(`<table><tr><td colspan=99999999 rowspan=99999999>${sampleParagraphs[1]}</table>`)],
  ['a million attributes', () => within(`<div ${'a=1 '.repeat(million)}>${paragraph}</div>`)],
  ['300,000 different attributes', () => within(`<div ${Array.from({ length: 300_000 }, (_, n) => `a${n}=1`).join(' ')}>${paragraph}</div>`)],
  ['attributes of a megabyte each', () => within(['class', 'id', 'style', 'href'].map((name) => `<a ${name}="${'ab '.repeat(million / 3)}">x</a>`).join(''))],
  ['a style of a megabyte', () => within(`<p style="${'width :  '.repeat(110_000)}">x</p><img style="${'width :  '.repeat(110_000)}">`)],
  ['a set of 10,000 pictures', () => within(`<img srcset="${Array.from({ length: 10_000 }, (_, n) => `/a,${n}.jpg ${n}w`).join(', ')}">`)],
  ['labels upon labels', repeated('<h2>Read also:</h2><h3>A title of it</h3>', 50_000)],
  ['100,000 dates', repeated('<time datetime="2024-01-02">2 January 2024</time>', 100_000)],
  ['100,000 bylines', repeated('<span class="author">By A. Writer</span>', 100_000)],
  ['100,000 metas', () => samplePage.replace('</head>', `${'<meta property="article:tag" content="harbour">'.repeat(100_000)}</head>`)],
  ['100,000 metas of as many names', () => samplePage.replace('</head>', `${Array.from({ length: 100_000 }, (_, n) => `<meta name="n${n}" content="x">`).join('')}</head>`)],
  ['a title of five megabytes', () => `<title>${'title | '.repeat(600_000)}</title>${paragraph}`],
  ['10,000 nested headings', repeated('<h1>heading ', 10_000)],
  ['everything open', () => samplePage.replaceAll(/<\/[a-z]+>/g, '').repeat(500)],
  ['500 samples', () => samplePage.repeat(500)],
  ['thirty megabytes', () => within(paragraph.repeat(30 * million / paragraph.length))],
  ['a comment that never ends', () => within(`<!--${paragraph.repeat(20_000)}`)],
  ['a million comments', repeated('<!---->', 600_000)],
  ['a script that never ends', () => within(`<script>${'<'.repeat(4 * million)}`)],
  ['200,000 scripts', repeated('<script></script>', 200_000)],
  ['100,000 unclosed scripts and titles', repeated('<script><title><xmp>', 100_000)],
  ['500,000 closing tags', repeated('</div></p></b>', 300_000)],
  ['foreign elements', repeated('<svg><math><title><desc><p>', 100_000)],
]

/** JSON-LD that is too deep, too long, too many, or broken. */
const jsonLd: readonly HostilePage[] = [
  ['JSON-LD 10,000 deep', () => data('{"@graph":['.repeat(10_000) + ']}'.repeat(10_000))],
  ['JSON-LD 10,000 deep in one field', () => data(`{"@type":"NewsArticle","author":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['JSON-LD of 10,000 nested pictures', () => data(`{"@type":"NewsArticle","image":${'{"url":'.repeat(10_000)}"x"${'}'.repeat(10_000)}}`)],
  ['JSON-LD of five megabytes', () => data(`{"@type":"NewsArticle","articleBody":"${'word '.repeat(million)}"}`)],
  ['JSON-LD just within its limit', () => data(`{"@type":"NewsArticle","articleBody":"${'word '.repeat(199_000)}"}`)],
  ['JSON-LD of angle brackets', () => data(`{"@type":"NewsArticle","articleBody":"${'<'.repeat(900_000)}","description":"${'&'.repeat(90_000)}"}`)],
  ['JSON-LD of blanks', () => data(`{"@type":"NewsArticle","articleBody":"${' '.repeat(900_000)}x"}${' '.repeat(90_000)};`)],
  ['JSON-LD of 10,000 nodes', () => data(`{"@graph":[${Array.from({ length: 10_000 }, (_, n) => `{"@type":"NewsArticle","@id":"${n}","author":{"@id":"${n + 1}"}}`).join(',')}]}`)],
  ['10,000 scripts of JSON-LD', () => samplePage.replace('</head>', `${'<script type="application/ld+json">{"@type":"WebPage"}</script>'.repeat(10_000)}</head>`)],
  ['100 long scripts of JSON-LD', () => samplePage.replace('</head>', `${`<script type="application/ld+json">{"@type":"WebPage","x":"${'y'.repeat(45_000)}"}</script>`.repeat(100)}</head>`)],
  ['JSON-LD that names what objects inherit', () => data('{"@type":"NewsArticle","__proto__":{"headline":"x"},"constructor":1,"headline":{"toString":1},"datePublished":"2099-01-01"}')],
  ['JSON-LD that is broken', () => data(`{"@type":"NewsArticle","headline":"a "b" c","image":[{`)],
]

const bombs = [' ', '\t', '\u00a0', '\n', ',', '،', '.', '…', 'a', 'ا', '«', '»', '"', '7', '٧', '-', '–', '|', ':', '/', '&', '<', '>', '(', ')', '#', '_', '!', '؟', 'ـ', '\u0301', '\u064e', '漢', 'A', 'ß', '\u200f', '\ud83d\ude00']
const pairs = ['a ', ' ,', '. ', 'a.', 'a-', '1-', '1/', '12:', '- ', '| ', '«»', '&amp;', '&#1;', 'A. ', 'by ', 'http://', 'www.', 'a b ', 'المصدر: ', 'اقرأ أيضا: ', '2024-01-', '<br>', '<b>a</b>', '10 يناير ', 'Jan 1, ', '& ', '[{', 'x@']

/** Long runs against patterns that try again and again. */
const runs: readonly HostilePage[] = [
  ...bombs.map((sign): HostilePage => [`five megabytes of ${JSON.stringify(sign)}`, line(sign, 4_900_000)]),
  ...pairs.map((pair): HostilePage => [`300,000 letters of ${JSON.stringify(pair)}`, line(pair, 300_000)]),
  ...[...bombs, ...pairs].map((run): HostilePage => [`${JSON.stringify(run)} wherever a page says something of itself`, () => withEverywhere(run)]),
  ['five megabytes without a blank', () => within(`<p>${'abcdefghij'.repeat(490_000)}</p>`)],
]

function withEverywhere(run: string): string {
  const long = run.repeat(Math.ceil(20_000 / run.length)).replaceAll('"', '&quot;')
  const metas = 'og:title og:description og:type og:image og:url og:locale og:site_name author article:author article:published_time article:tag keywords description date twitter:title'
    .split(' ')
    .map((name) => `<meta property="${name}" content="${long}x"><meta name="${name}" content="x${long}">`)
  const json = JSON.stringify({ '@type': 'NewsArticle', headline: long, author: { name: long }, datePublished: long, keywords: long, articleBody: long, image: long })
  const data = `<script type="application/ld+json">${json.replaceAll('<', '')}</script>`
  const head = `<head><title>${long}x</title>${metas.join('')}${data}<link rel="canonical" href="${long}"><base href="${long}"></head>`
  const body = ['h1', 'h2', 'time', 'li', 'td', 'address', 'figcaption', 'b'].map((name) => `<${name} class="author date ${long}">${long}x</${name}>`)
  const labels = ['المصدر: ', 'Source: ', 'By ', 'Tags: ', 'اقرأ أيضا: ', 'Published: '].map((label) => `<p>${label}${long}x</p><p>x${long} ${label}</p>`)
  return `<html lang="${long}">${head}<body>${body.join('')}${paragraph}${labels.join('')}<a rel="tag" href="${long}">${long}</a><img srcset="${long}" data-src="${long}" alt="${long}"></body></html>`
}

/** Part F of the catalogue of bad inputs, as far as it concerns one page. */
const catalogue: readonly HostilePage[] = [
  ['a wall of cookies', () => '<div class="consent"><p>We value your privacy. Accept all cookies to go on.</p></div>'],
  ['a page that wants scripts', () => '<noscript>Please enable JavaScript.</noscript><div id="app"></div>'],
  ['canonical addresses that lead elsewhere', () => samplePage.replace('</head>', '<link rel="canonical" href="http://127.0.0.1/"><meta property="og:url" content="javascript:alert(1)"></head>')],
  ['a base that is a script', () => samplePage.replace('<head>', '<head><base href="javascript:alert(1)//"><base href="//evil.example/">')],
  ['hidden text', () => within('<p style="display:none">hidden</p><p hidden>hidden</p><p style="text-indent:-9999px">away</p>'.repeat(20_000))],
  ['words of labels within sentences', () => within('<p>شارك الوزير في الحفل، وأكد المصدر أن المزيد من الدعم سيصل إلى الدول المصدرة.</p>'.repeat(1_000))],
  ['signs of several encodings', () => within(`<p>${'\ufffd\u0000\ufffe\u0085\ud800'.repeat(50_000)}</p>`)],
  ['marks that turn the text', () => within(`<p>${'\u202e\u2066abc\u2069'.repeat(100_000)}</p>`)],
  ['a million marks on one letter', line('\u0301', million)],
  ['50,000 joined emoji', line('\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67', 400_000)],
  ['tracking pixels', repeated('<img src="https://t.example/p" width=1 height=1>', 50_000)],
  ['pictures that are scripts', repeated('<img data-src="javascript:x" src="data:image/gif;base64,R0" onerror="x">', 30_000)],
  ['text as a page', () => `${sampleParagraphs.join('\n')}\n`.repeat(5_000)],
  ['bytes of a PDF', () => `%PDF-1.7\n${'%âãÏÓ\n1 0 obj<</Type/Catalog>>stream\u0001\u0002endstream '.repeat(50_000)}`],
]

export const hostilePages: readonly HostilePage[] = [...shapes, ...jsonLd, ...catalogue, ...runs]
