import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { array, assert, constantFrom, oneof, property, string, tuple, nat } from 'fast-check'
import { DomHandler, Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'

import type { HtmlDocument, HtmlParent } from './nodes.ts'
import { parseHtml } from './parse-html.ts'

function ourTree(html: string): Shown[] {
  const tree = parseHtml(html)
  expectSoundLinks(tree)
  return showTree(tree.children)
}

/** Every node knows its parent and its neighbours, and finds each attribute that it has. */
function expectSoundLinks(root: HtmlDocument) {
  const waiting: HtmlParent[] = [root]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const [at, node] of parent.children.entries()) {
      expect(node.parent).toBe(parent)
      expect(node.prev).toBe(parent.children[at - 1] ?? null)
      expect(node.next).toBe(parent.children[at + 1] ?? null)
      if (node.type === 'text' || node.type === 'directive') continue
      waiting.push(node)
      const named = ['class', 'id', 'rel', 'href', 'type', 'itemprop', 'link', 'x-1'].map((name) => node.attr(name))
      const { attribs } = node
      expect(named).toEqual(
        ['class', 'id', 'rel', 'href', 'type', 'itemprop', 'link', 'x-1'].map((name) => attribs[name]),
      )
    }
  }
}

const endings = [
  '<', '</', '</ ', '</d', '</div', '</div ', '</div x', '<!', '<!-', '<!x', '<![', '<![CD', '<![CDATA[', '<![CDATA[x',
  '<!--', '<!--x', '<?', '<?xml', '</!', '</!foo', '<s', '<sc', '<script', '<scripty', '<st', '<t', '<ti', '<te', '<x',
  '<xm', '<tm', '<tmp', '<div', '<div ', '<div a', '<div a=', '<div a="', '<div a="b', "<div a='", '<div a=b', '<div /',
  '<div / ', '<div a /', '<br/', '<script>', '<script>x', '<script></scr', '<title>', '<title>&am', '<title>&amp',
  '<title>x</t', '<textarea>&amp;', '&', '&a', '&amp', '&ampx', '&#', '&#x', '&#39', '&#x27', '&notit', '&notin', '&#0',
  '<p>a</p  ', '<svg>x', '<svg', '<a b=c&amp', 'x\u00a0',
] // prettier-ignore

const odd = [
  '', 'text', '<p>one<p>two', '<ul><li>a<li>b</ul>', '<div/>x', '<p/>a<p>b', '<br></br>x', '</p>x', 'a</p>b', '</>x', '</ >x&amp;',
  '</1>x', '</!x>y', '<1>x', 'a < b', 'a <<b>c', ' <  <b>x', '<!doctype html><p>x', '<!DOCTYPE  html PUBLIC "x>y">z', '<!>a>b', '<!->a>b',
  '<!-->a', '<!--->a', '<!--a--->b', '<!--a--!>b-->c', '<![CDATA[a]]>b', '<![CDATA[a]]]>b', '<![CDA>b', '<![x]>b', '<![>b', '<?xml a?>b', '<?>b',
  '<?php a > b ?>', '<P CLASS="A" class=b>x', '<a b c=d e="f" g=\'h\' i = j k= "l">', '<a =x>y', '<a ==x>y', '<a b="c"d=e>', '<a b=c/d>', '<a b=c/>',
  '<a href=>x', '<a / b>x', '<a //b//>x', '<a "b">x', '<a b=`c d`>', '<a b=c"d>', '<a b=\n"c">', '<a b="&lt;&amp;&nbsp;&quot;">', '<a b="?x=1&copy=2&amp;y=3&ampz">',
  '<a b="&notin">', '<a b=\'&not\'>', '<a b=&not>x', '<a b="&#39;&#x27;&#0;&#128;&#xd800;&#x110000;">', '<a b="&">', '<a b="&&amp;">', '<a b="&amp=">', '<a b="&copy;&copy">',
  '<a class="x" CLASS="y" toString=z constructor=w __proto__=v hasOwnProperty=u>', '<lin\u212a lin\u212a=1 \u212aey=2>x</link>', '<\u0130>x', '<d\u0130v class\u0130=1>x',
  'a&amp;b &lt; &nbsp;&copy &copyx &notit; &notin; &ngE; &fjlig; &#39 &#x27x &#; &#x; &; &x; && &amp;amp;', '<div>&nbsp;<p>&nbsp; x', '<div> &#32; <p>', '<div>&nbsp;x &nbsp;</div>',
  '<b> </b> <i>x</i> ', '<div> <b> x </b> </div> <span> y </span>', 'x<script></script> <b>y', '<p>a<!-- b -->c', '<p>a<!-- b --> <p>', '<p> <!-- b --> c',
  '<script>a<b</script >x', '<script>"</scripts>"</script>x', '<SCRIPT>x</script\n>y', '<script/>x<b>y</b>z', '<script src=a />x</script>y', '<style>a</style>b', '<style/>x<p>y',
  '<script type="application/ld+json">{"a":"<p>&amp;"}</script>x', '<script type=APPLICATION/LD+JSON>x<!-- y --></script>', '<script type="a&#47;ld+json">x</script>', '<script type=x type=ld+json>y</script>z',
  '<title>a &amp; b <b>c</title>d', '<title>a <&amp; b</ti&amp;x</title&amp;></title>x', '<title/>x</title>y', '<textarea>a &amp; <b></textarea>x', '<xmp><b>x</xmp>y', '<xitle><b>x</title>y', '<tmp><b>x</xmp>y', '<xextarea><b></textarea>x',
  '<tit>x</tit>', '<section>x<styles>y', '<svg><path/><g><circle /></g></svg>x', '<svg/>a<p/>b</p>c', '<svg><title>x</title><desc>y</desc></svg>z', '<svg><foreignObject><p>x</p></foreignObject><p>y</p>z',
  '<svg><style>a</style>b</svg>c', '<svg><script>a</script></svg>c', '<svg><div>x<b/>y</div>z', '<svg><g><p>x</svg>y', '<math><mi>x</mi><mo/></math>y', '<math><annotation-xml><b>x</annotation-xml></math>y', '<svg><svg/></svg>x<i/>y',
  '<svg></title></svg><b/>x', '</title></title><svg><b/>x', '<svg><!doctype x><?y z></svg>', '<svg><br></br></p>x<hr>y</svg>z', '<svg> a </svg> b',
  '<table><tr><td>a<td>b<tr><th>c<tbody><tr><td>d<tfoot></table>e', '<select><option>a<option>b<optgroup><option>c</select>d', '<form><input><button>a<input>b</form>', '<dl><dt>a<dd>b<dt>c</dl>', '<ruby>a<rt>b<rp>c</ruby>',
  '<head><link><script>x</script><body>y', '<head><meta charset=x><title>y</title></head><body>z', '<a><p></a>x</p>', '<b><p>x</b>y</p>', '<p><div>x</p>y', '<i><b>x</i>y</b>z', '<div></span></div>x', '<img></img>x', '<input/>x', '</br/>x',
  '<frame><basefont><isindex><keygen><command>x', 'a\0b<p\0>c', '<p>\ud800x</p>', 'a\r\nb\tc\fd\ve', '<p\fa\r=\tb>', '<p\va>x', '<div>\u2028<p>\ufeff<p>\u0085<p>\u200b', '<pre>\n x\n</pre>',
  '<h2>x<div>y</h2>z', '<body><body class=x>y', '<html lang=ar><html dir=rtl>x</html>y', '<x-y><z:w a:b=c>d</z:w></x-y>', '<noscript><p>x</noscript>', '<template><p>x</template>y', '<iframe><p>x</iframe>y',
] // prettier-ignore

describe('a tree is that of htmlparser2 without what nobody reads', () => {
  it.each(odd)('%j', (html) => {
    expect(ourTree(html)).toEqual(oracleTree(html))
  })

  it.each(endings)('of a page that ends in %j', (ending) => {
    for (const before of ['', 'x', '<p>x &amp; ', '<div>', '<svg>', '<b>x</b> '])
      expect(ourTree(before + ending)).toEqual(oracleTree(before + ending))
  })

  it('whatever pieces of markup are put together', () => {
    const names = 'p div b li ul td tr svg math title script style a br img body head option foreignObject hr'.split(
      ' ',
    )
    const name = constantFrom(...names)
    const blank = constantFrom('', ' ', '\n ', '\t', '\u00a0', '&nbsp;')
    const attribute = constantFrom(
      '',
      ' class="a b"',
      ' ID=x',
      " rel='c&amp;d'",
      ' href',
      ' type=application/ld+json',
      ' a=b/',
      '/',
    )
    const piece = oneof(
      tuple(name, attribute).map(([tag, written]) => `<${tag}${written}>`),
      name.map((tag) => `</${tag}>`),
      tuple(blank, string({ maxLength: 4 }), blank).map((parts) => parts.join('')),
      constantFrom(...odd, ...endings),
    )
    assert(
      property(array(piece, { maxLength: 14 }), (pieces) => {
        expect(ourTree(pieces.join(''))).toEqual(oracleTree(pieces.join('')))
      }),
      { numRuns: 1500 },
    )
  })

  it('whatever signs of markup are put together', () => {
    const sign = constantFrom(...'<<<>>>/!?-[]=&;#"\'` \n\u00a0apbsctxmrile19\u212a\u0130DCAT'.split(''))
    assert(
      property(array(sign, { maxLength: 40 }), (signs) => {
        expect(ourTree(signs.join(''))).toEqual(oracleTree(signs.join('')))
      }),
      { numRuns: 4000 },
    )
  })
})

const pages = join(import.meta.dirname, '../../../shared/pages')

/** A page or so of every collection that stands beside the checkout. */
function samplePages(): string[] {
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html.gz'))
  return files.toSorted().filter((_, at) => at % 60 === 7)
}

it.skipIf(!existsSync(pages))(
  'real pages, whole and cut and with pieces taken out, have the same trees (needs ../shared/pages)',
  () => {
    for (const file of samplePages()) {
      const html = gunzipSync(readFileSync(join(pages, file))).toString('utf8')
      const third = Math.floor(html.length / 3)
      for (const one of [html, html.slice(0, third), html.slice(0, third) + html.slice(third + 17)]) {
        const isSame = JSON.stringify(ourTree(one)) === JSON.stringify(oracleTree(one))
        expect(isSame, file).toBe(true)
      }
    }
  },
  // Some seconds on a machine that does nothing else.
  60_000,
)

it('a page of all of it, changed anywhere, has the same tree', () => {
  const page = odd.join('\n')
  assert(
    property(
      nat(page.length),
      nat(30),
      constantFrom('<', '>', '"', "'", '/', '&', '</', '<!--', '', ' '),
      (at, gone, put) => {
        const html = page.slice(0, at) + put + page.slice(at + gone)
        expect(ourTree(html)).toEqual(oracleTree(html))
      },
    ),
    { numRuns: 150 },
  )
})

/** Where a tag stands: in the page, in a drawing or formula, or in a page inside a drawing. */
type Place = 'page' | 'drawing' | 'inset'
/** A node as text, with those inside of it: what two trees are compared by. */
type Shown =
  | { tag: string; attribs: Record<string, string>; children: Shown[] }
  | { text: string }
  | { directive: string }

const drawings = new Set(['svg', 'math'])
const insets = new Set(['foreignobject', 'desc', 'title', 'annotation-xml'])
const endsDrawing = new Set(
  'blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre span strong table ul'.split(' '),
)
const blockLevel = new Set(
  'html head body main article section div p ul ol li dl dt dd table thead tbody tfoot tr td th nav header footer aside form figure figcaption blockquote h1 h2 h3 h4 h5 h6 hr br meta link script style'.split(
    ' ',
  ),
)
const blank = /^\s*$/

/**
 * The tree of a page as htmlparser2 reads it, with the same left out as our own parser leaves out: what our trees must
 * be equal to.
 */
function oracleTree(html: string): Shown[] {
  const handler = new LeanHandler()
  new Parser(handler, { xmlMode: false, decodeEntities: true }).end(html.replaceAll('\0', '').toWellFormed())
  return showTree(handler.root.children)
}

/** Any tree of domhandler's kind, without recursion in its depth beyond that of the tree. */
function showTree(nodes: readonly NodeLike[]): Shown[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { text: node.data ?? '' }
    if (node.type === 'directive') return { directive: `${node.name} ${node.data}` }
    return { tag: `${node.type} ${node.name}`, attribs: { ...node.attribs }, children: showTree(node.children ?? []) }
  })
}

type NodeLike = {
  readonly type: string
  readonly name?: string
  readonly data?: string
  readonly attribs?: Record<string, string>
  readonly children?: readonly NodeLike[]
}

class LeanHandler extends DomHandler {
  readonly #places: Place[] = []
  #isRaw = false

  override onopentag(name: string, attributes: { [name: string]: string }) {
    const place = placeOf(name, this.#places.at(-1) ?? 'page')
    this.#places.push(place)
    this.#isRaw = name === 'style' || (name === 'script' && !/ld\+json/i.test(attributes['type'] ?? ''))
    if (place === 'page' && !this.#isRaw) super.onopentag(name, attributes)
    else this.tagStack.push(this.tagStack.at(-1) ?? this.root)
  }

  override onclosetag() {
    this.#places.pop()
    this.#isRaw = false
    super.onclosetag()
  }

  override ontext(data: string) {
    if (this.#isRaw || (this.#places.at(-1) ?? 'page') !== 'page') return
    if (this.lastNode === null && blank.test(data) && this.#isBesideBlock()) return
    super.ontext(data)
  }

  override oncomment() {
    // No reader sees it.
  }

  override oncommentend() {
    // Nothing was begun.
  }

  #isBesideBlock(): boolean {
    const parent = this.tagStack.at(-1) ?? this.root
    const beside = parent.children.at(-1) ?? parent
    return !('name' in beside) || blockLevel.has(beside.name)
  }
}

function placeOf(name: string, around: Place): Place {
  if (around === 'page') return drawings.has(name) ? 'drawing' : 'page'
  if (around === 'inset' || insets.has(name)) return 'inset'
  return endsDrawing.has(name) ? 'page' : 'drawing'
}
