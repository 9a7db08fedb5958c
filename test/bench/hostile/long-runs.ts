import { line, paragraph, share, type HostilePage } from './hostile-page.ts'

/** Characters that some pattern takes many of. */
const signs = Array.from(
  ' \t\u00a0\n\u2028,،.…aاAßİ«»"\'7٧-–|•·:;/\\&<>()[]{}#_*+=%@!؟ـ\u0301\u064e\u200f\u00ad\u200d漢\ud83d\ude00',
)
/** Beginnings and repetitions of what patterns look for. */
const pieces =
  `a ~ ,~. ~a.~a-~1-~1/~12:~- ~| ~«»~&amp;~&#1;~A. ~by ~http://~www.~a b ~المصدر: ~اقرأ أيضا: ~2024-01-~<br>~<b>a</b>~10 يناير ~Jan 1, ~& ~[{
~x@~A ~Ab ~Ab, ~and ~و~ و~1 ~1,~12:30 ~12.30 pm ~ago ~منذ ~منذ 3 ~((~() ~/ ~a/b ~http://a/~GMT+~+03:~1445/~ هـ~photo: ~صورة: ~by: by ~كتب: ~— 
~read more ~Share ~a\u00a0~ \u00a0~\n ~x\t~&nbsp;~&nbsp; ~<wbr>~<b> </b>`.split(/\n?~/)

/** Long runs against patterns that try again and again. */
export const longRuns: readonly HostilePage[] = [
  ...signs.map((sign): HostilePage => [`five megabytes of ${JSON.stringify(sign)}`, line(sign, 4_900_000)]),
  ...pieces.map((piece): HostilePage => [`300,000 letters of ${JSON.stringify(piece)}`, line(piece, 300_000)]),
  ...[...signs, ...pieces].map((run): HostilePage => [
    `${JSON.stringify(run)} wherever a page says something of itself`,
    (scale) => everywhere(run.repeat(Math.ceil(share(20_000, scale) / run.length))),
  ]),
  ['five megabytes without a blank', line('abcdefghij', 4_900_000)],
]

const metaNames =
  'og:title og:description og:type og:image og:url og:locale og:site_name author article:author article:published_time article:tag keywords description date twitter:title'
const labels = ['المصدر: ', 'Source: ', 'By ', 'Tags: ', 'اقرأ أيضا: ', 'Published: ']
const tags = ['h1', 'h2', 'time', 'li', 'td', 'address', 'figcaption', 'b']

/** A page that says this, and nothing else, in all places that are read. */
function everywhere(run: string): string {
  const long = run.replaceAll('"', '&quot;')
  const metas = metaNames
    .split(' ')
    .map((name) => `<meta property="${name}" content="${long}x"><meta name="${name}" content="x${long}">`)
  const head = `<head><title>${long}x</title>${metas.join('')}${dataOf(run)}<link rel="canonical" href="${long}"><base href="${long}"></head>`
  const body = tags.map((name) => `<${name} class="author date ${long}">${long}x</${name}>`)
  const lines = labels.map((label) => `<p>${label}${long}x</p><p>x${long} ${label}</p>`)
  const others = `<a rel="tag" href="${long}">${long}</a><img srcset="${long}" data-src="${long}" alt="${long}" style="${long}">`
  return `<html lang="${long}">${head}<body>${body.join('')}${paragraph}${lines.join('')}${others}</body></html>`
}

function dataOf(long: string): string {
  const fields = {
    headline: long,
    author: { name: long },
    datePublished: long,
    keywords: long,
    articleBody: long,
    image: long,
    description: long,
    inLanguage: long,
    articleSection: long,
  }
  const json = JSON.stringify({ '@type': 'NewsArticle', ...fields })
  return `<script type="application/ld+json">${json.replaceAll('<', '')}</script>`
}
