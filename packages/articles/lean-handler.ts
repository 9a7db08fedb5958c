import { DomHandler } from 'htmlparser2'

import type { TreeLimits } from './limit-depth.ts'

/** Where a tag stands: in the page, in a drawing or formula, or in a page inside a drawing. */
type Place = 'page' | 'drawing' | 'inset'

const drawings = new Set(['svg', 'math'])
const insets = new Set(['foreignobject', 'desc', 'title', 'annotation-xml'])
/** An HTML element of these ends a drawing that was never closed (HTML Standard, 13.2.6.5). */
const endsDrawing = new Set(
  'blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre span strong table ul'.split(' '),
)
/** Blanks before, after and inside these, next to the tag, are never shown. */
const blockLevel = new Set(
  'html head body main article section div p ul ol li dl dt dd table thead tbody tfoot tr td th nav header footer aside form figure figcaption blockquote h1 h2 h3 h4 h5 h6 hr br meta link script style'.split(
    ' ',
  ),
)
const blank = /^\s*$/

/** Thrown into the parser when a page is beyond its limits; nothing of its tree can be used. */
export class BeyondLimits extends Error {}

/**
 * Builds the tree of a page without what no reader of articles looks at: comments, programs and styles, the inside of
 * drawings, and blanks between blocks. They are a third of a page's nodes, and every later step walks all nodes.
 */
export class LeanHandler extends DomHandler {
  readonly #places: Place[] = []
  /** Whether the text of the element that is open now is dropped: a program, or a style. */
  #isRaw = false
  readonly #limits: TreeLimits | null
  #tags = 0
  #depthSum = 0

  constructor(limits: TreeLimits | null) {
    super()
    this.#limits = limits
  }

  override onopentag(name: string, attributes: { [name: string]: string }) {
    const place = placeOf(name, this.#places.at(-1) ?? 'page')
    this.#places.push(place)
    this.#count()
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

  #count() {
    this.#tags++
    this.#depthSum += this.#places.length
    if (this.#limits === null) return
    const { depthMax, tagsMax, depthSumMax } = this.#limits
    if (this.#places.length > depthMax || this.#tags > tagsMax || this.#depthSum > depthSumMax) throw new BeyondLimits()
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
