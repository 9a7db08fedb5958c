import { load } from 'cheerio/slim'
import type { CheerioAPI } from 'cheerio/slim'
import { safeAttributes } from './safe-attributes.ts'

/** Longer bodies are cut here. */
const htmlCharsMax = 2_000_000

/** Bodies are cut after so many tags: the parser takes quadratic time when they are never closed. */
const tagsMax = 20_000

/** Elements that nest deeper are taken out; their text stays. Browsers stop at 512. */
const levelsMax = 100

const written = new Set(
  `p br hr h2 h3 h4 h5 h6 div span blockquote q cite ul ol li dl dt dd table caption thead tbody tfoot tr th td figure
  figcaption img a em strong b i u s sub sup small mark abbr bdi bdo code pre kbd samp var time ruby rt rp del ins wbr`.split(
    /\s+/,
  ),
)
const renamed: Readonly<Record<string, string>> = { h1: 'h2', article: 'div', section: 'div', center: 'div' }
const empty = new Set(['br', 'hr', 'img', 'wbr'])

/** Gone with all they hold: code, other documents, controls, and what parsers disagree about. */
const dropped = new Set(
  `script style template noscript noembed noframes iframe frame frameset object embed applet svg math textarea select
  option button title head xmp plaintext listing canvas audio video source track map area form input datalist
  dialog portal base link meta`.split(/\s+/),
)

/** What the beginning of an element ends when it stands right inside it (HTML Standard, 13.2.6.4.7 and following). */
const ends: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...'p div blockquote ul ol dl table figure figcaption hr pre'.split(' ').map((name) => [name, ['p']]),
  ...'h2 h3 h4 h5 h6'.split(' ').map((name) => [name, ['p', 'h2', 'h3', 'h4', 'h5', 'h6']]),
  ['li', ['li']],
  ...['dt', 'dd'].map((name) => [name, ['dt', 'dd']]),
  ...['td', 'th'].map((name) => [name, ['thead', 'td', 'th']]),
  ['tr', ['tr', 'td', 'th']],
  ...['tbody', 'tfoot'].map((name) => [name, ['thead', 'tbody']]),
  ...['rt', 'rp'].map((name) => [name, ['rt', 'rp']]),
])

type Root = NonNullable<ReturnType<CheerioAPI['root']>[0]>
type Node = Root['children'][number]
type Element = Extract<Node, { attribs: unknown }>

/**
 * An article's body as it may stand in a page: allow-listed elements and attributes only, written anew with all text
 * escaped and every element closed, so that no browser reads it otherwise than it was judged here. The extractor has
 * cleaned it before; a page does not rely on that.
 *
 * Never throws. What it returns, it returns unchanged when given again.
 *
 * @param html of any origin; the first 2,000,000 characters and 20,000 tags are read
 */
export function safeHtml(html: string): string {
  const root = load(bounded(html), { xml: { xmlMode: false, decodeEntities: true } }).root()[0]
  const writer = new Writer()
  let node: Node | null = root?.children[0] ?? null
  // Without recursion: a hostile body nests deeper than any call stack.
  while (node !== null) {
    const inside: Node | undefined = writer.enter(node) && isElement(node) ? node.children[0] : undefined
    node = inside ?? following(node, writer)
  }
  return writer.end()
}

function bounded(html: string): string {
  let end = -1
  for (let tags = 0; tags <= tagsMax; tags += 1) {
    end = html.indexOf('<', end + 1)
    if (end === -1) break
  }
  return html.slice(0, Math.min(end === -1 ? html.length : end, htmlCharsMax)).toWellFormed()
}

function following(from: Node, writer: Writer): Node | null {
  let node: Node = from
  writer.leave(node)
  while (node.next === null) {
    const parent: Node['parent'] = node.parent
    if (parent === null || !isElement(parent)) return null
    node = parent
    writer.leave(node)
  }
  return node.next
}

class Writer {
  readonly #parts: string[] = []
  readonly #open: { node: Node; name: string }[] = []

  /** Writes the beginning of a node; false leaves out what is inside. */
  enter(node: Node): boolean {
    if (node.nodeType === 3) this.#parts.push(escape(node.data))
    if (!isElement(node)) return false
    const name = renamed[node.name] ?? node.name
    if (dropped.has(name)) return false
    const attributes = written.has(name) && this.#open.length < levelsMax ? safeAttributes(name, node.attribs) : null
    if (attributes === null || this.#endsOuter(name)) return true
    const inTag = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
    this.#parts.push(`<${name}${inTag.join('')}>`)
    if (!empty.has(name)) this.#open.push({ node, name })
    return !empty.has(name)
  }

  /** It would end the element around it when read again; what kept the two apart was not written. */
  #endsOuter(name: string): boolean {
    const outer = this.#open.at(-1)?.name
    return outer !== undefined && ends[name]?.includes(outer) === true
  }

  /** Closes a node if it is the innermost one open. */
  leave(node: Node): void {
    const innermost = this.#open.at(-1)
    if (innermost?.node !== node) return
    this.#open.pop()
    this.#parts.push(`</${innermost.name}>`)
  }

  end(): string {
    return this.#parts.join('').trim()
  }
}

function isElement(node: { readonly nodeType: number }): node is Element {
  return node.nodeType === 1
}

function escape(text: string): string {
  return text
    .replaceAll('\0', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
