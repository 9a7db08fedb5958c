import {
  HtmlDirective,
  HtmlDocument,
  HtmlElement,
  HtmlText,
  type AttributeRange,
  type HtmlNode,
  type HtmlParent,
} from './nodes.ts'
import type { TreeLimits } from './limit-depth.ts'
import type { PageSource } from './page-source.ts'
import { tagNamed, type Tag } from './tags.ts'

/** Where a tag stands: in the page, in a drawing or formula, or in a page inside a drawing. */
type Place = 'page' | 'drawing' | 'inset'

const drawings = new Set(['svg', 'math'])
const insets = new Set(['foreignobject', 'desc', 'title', 'annotation-xml'])
/** An HTML element of these ends a drawing that was never closed (HTML Standard, 13.2.6.5). */
const endsDrawing = new Set(
  'blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre span strong table ul'.split(' '),
)
const noAttributes: AttributeRange = { from: 0, to: 0, signs: 0 }
const paragraph = tagNamed('p')

/**
 * Builds the tree of a page without what no reader of articles looks at: programs and styles, the inside of drawings,
 * and blanks between blocks. They are a third of a page's nodes, and every later step walks all nodes.
 */
export class TreeBuilder {
  readonly root = new HtmlDocument()
  readonly #source: PageSource
  readonly #limits: TreeLimits | null
  /** The tags that are open; the element around each, or the next one around that is in the tree; and the place of that. */
  readonly #open: Tag[] = []
  readonly #parents: HtmlParent[] = []
  readonly #places: Place[] = []
  /** The element that is open now, or the next one around it that is in the tree. */
  #parent: HtmlParent = this.root
  #place: Place = 'page'
  /** The last child of that element up to now. */
  #last: HtmlNode | null = null
  /** Whether what stands before the next text shows no blanks after it: a text that ended, a block, or nothing. */
  #isBesideBlock = true
  /** Whether the innermost drawing or page inside one lets tags close themselves. */
  readonly #foreign: boolean[] = []
  /** Whether the text of the element that is open now is dropped: a program, or a style. */
  #isRaw = false
  /** The text that the next piece of text goes on with. */
  #text: HtmlText | null = null
  #tags = 0
  #depthSum = 0
  /** Whether the page is beyond its limits; nothing of the tree can be used then. */
  isBeyondLimits = false

  constructor(source: PageSource, limits: TreeLimits | null) {
    this.#source = source
    this.#limits = limits
  }

  /** @param closesItself as tags may only inside of drawings and formulas */
  opens(tag: Tag, attributes: AttributeRange, closesItself: boolean) {
    this.endsBefore(tag)
    if (tag.foreign !== null) this.#foreign.push(tag.foreign)
    this.#enter(tag, attributes)
    if (tag.isVoid || (closesItself && this.#foreign.at(-1) === true)) this.#leave()
  }

  closes(tag: Tag) {
    const { name } = tag
    if (tag.foreign !== null) this.#foreign.pop()
    if (tag.isVoid) {
      if (name === 'br') this.#openAndClose(tag)
      return
    }
    let at = this.#open.length - 1
    while (at >= 0 && this.#open[at]?.name !== name) at--
    if (at >= 0) while (this.#open.length > at) this.#leave()
    else if (name === 'p') this.#openAndClose(paragraph)
  }

  /** A piece of text: from one place of the source to another, without character references. */
  text(from: number, to: number) {
    if (this.#isRaw || this.#place !== 'page') return
    if (this.#text !== null) this.#text.data += this.#source.slice(from, to)
    else if (!this.#isBesideBlock || !isBlank(this.#source.html, from, to)) this.#append(this.#source.slice(from, to))
  }

  /** What a character reference stands for. */
  reference(meant: string) {
    if (this.#isRaw || this.#place !== 'page') return
    if (this.#text !== null) this.#text.data += meant
    else if (!this.#isBesideBlock || !isBlank(meant, 0, meant.length)) this.#append(meant)
  }

  directive(name: string, data: string) {
    this.#add(new HtmlDirective(name, data, this.#parent))
    this.#text = null
    this.#isBesideBlock = false
  }

  /** Ends what ends by itself where a tag begins. */
  endsBefore({ ends }: Tag) {
    if (ends === null) return
    for (let top = this.#open.at(-1); top !== undefined && ends.includes(top.name); top = this.#open.at(-1))
      this.#leave()
  }

  #openAndClose(tag: Tag) {
    this.#enter(tag, noAttributes)
    this.#leave()
  }

  #enter(tag: Tag, attributes: AttributeRange) {
    const { name } = tag
    const place = this.#place === 'page' && !drawings.has(name) ? 'page' : placeOf(name, this.#place)
    this.#open.push(tag)
    this.#parents.push(this.#parent)
    this.#places.push(this.#place)
    this.#place = place
    this.#count()
    this.#text = null
    this.#isRaw = name === 'style' || (name === 'script' && !this.#isData(attributes))
    if (place !== 'page' || this.#isRaw) {
      if (attributes.to > attributes.from) this.#source.forget(attributes.from)
      return
    }
    const element = new HtmlElement(name, this.#parent, this.#source, attributes)
    this.#add(element)
    this.#parent = element
    this.#last = null
    this.#isBesideBlock = tag.isBlock
  }

  #leave() {
    const left = this.#open.pop()
    const parent = this.#parents.pop()
    const place = this.#places.pop()
    if (left === undefined || parent === undefined || place === undefined) return
    // What was left out has no place among the children.
    if (this.#parent !== parent && this.#parent.type !== 'root') {
      this.#last = this.#parent
      this.#isBesideBlock = left.isBlock
      this.#parent = parent
    }
    this.#place = place
    this.#isRaw = false
    this.#text = null
  }

  #isData({ from, to }: AttributeRange): boolean {
    return /ld\+json/i.test(this.#source.valueOf('type', from, to) ?? '')
  }

  #count() {
    const depth = this.#open.length
    this.#tags++
    this.#depthSum += depth
    if (this.#limits === null) return
    const { depthMax, tagsMax, depthSumMax } = this.#limits
    if (depth > depthMax || this.#tags > tagsMax || this.#depthSum > depthSumMax) this.isBeyondLimits = true
  }

  #append(data: string) {
    this.#text = new HtmlText(data, this.#parent)
    this.#add(this.#text)
    this.#isBesideBlock = true
  }

  #add(node: HtmlNode) {
    const before = this.#last
    this.#last = node
    if (before === null) {
      // Most have one child alone, and a list that was empty makes room for many.
      this.#parent.children = [node]
      return
    }
    node.prev = before
    before.next = node
    this.#parent.children.push(node)
  }
}

function placeOf(name: string, around: Place): Place {
  if (around === 'page') return drawings.has(name) ? 'drawing' : 'page'
  if (around === 'inset' || insets.has(name)) return 'inset'
  return endsDrawing.has(name) ? 'page' : 'drawing'
}

/** The blanks of JavaScript's `\s`. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13)) continue
    if (code < 160 || !isWideBlank(code)) return false
  }
  return true
}

function isWideBlank(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
