import type { PageSource } from './page-source.ts'

export type HtmlParent = HtmlDocument | HtmlElement
export type HtmlNode = HtmlElement | HtmlText | HtmlDirective

/** The nodes have the fields of those of domhandler, so that CSS selectors can be searched on them. */
export class HtmlDocument {
  readonly type = 'root'
  readonly parent: null = null
  readonly prev: null = null
  readonly next: null = null
  children: HtmlNode[] = []

  get nodeType() {
    return 9 as const
  }
}

export class HtmlText {
  readonly type = 'text'
  data: string
  parent: HtmlParent | null
  prev: HtmlNode | null = null
  next: HtmlNode | null = null

  constructor(data: string, parent: HtmlParent) {
    this.data = data
    this.parent = parent
  }

  get nodeType() {
    return 3 as const
  }
}

/** A document type, or an instruction to a program. */
export class HtmlDirective {
  readonly type = 'directive'
  readonly name: string
  readonly data: string
  parent: HtmlParent | null
  prev: HtmlNode | null = null
  next: HtmlNode | null = null

  constructor(name: string, data: string, parent: HtmlParent) {
    this.name = name
    this.data = data
    this.parent = parent
  }

  get nodeType() {
    return 1 as const
  }
}

/** Of all elements without children, which are many; whoever adds the first one gives the element a list of its own. */
const noChildren: HtmlNode[] = []

export class HtmlElement {
  readonly type: 'tag' | 'script' | 'style'
  readonly name: string
  parent: HtmlParent | null
  prev: HtmlNode | null = null
  next: HtmlNode | null = null
  children: HtmlNode[] = noChildren
  readonly #source: PageSource
  readonly #from: number
  readonly #to: number
  readonly #signs: number
  #attribs: Record<string, string> | null = null
  /** The class, null until somebody asked: every step of reading a page does. */
  #class: string | null | undefined = null

  /** @param attributes the places of its attributes in the source, and the signs of their names */
  constructor(name: string, parent: HtmlParent, source: PageSource, attributes: AttributeRange) {
    this.type = name === 'script' ? 'script' : name === 'style' ? 'style' : 'tag'
    this.name = name
    this.parent = parent
    this.#source = source
    this.#from = attributes.from
    this.#to = attributes.to
    this.#signs = attributes.signs
  }

  get nodeType() {
    return 1 as const
  }

  get attribs(): Record<string, string> {
    return (this.#attribs ??= this.#source.valuesOf(this.#from, this.#to))
  }

  set attribs(values: Record<string, string>) {
    this.#attribs = values
  }

  /**
   * The value of one attribute, without reading the others.
   *
   * @param name in small letters of ASCII
   */
  attr(name: string): string | undefined {
    if (this.#attribs !== null) return this.#attribs[name]
    if ((this.#signs & signOf(name.length, name.charCodeAt(0))) === 0) return undefined
    if (name !== 'class') return this.#source.valueOf(name, this.#from, this.#to)
    return (this.#class = this.#class === null ? this.#source.valueOf(name, this.#from, this.#to) : this.#class)
  }
}

/** The attributes of one element: from the first to before the last, and the signs of all their names. */
export type AttributeRange = { from: number; to: number; signs: number }

/** One bit that tells most names apart, so that an absent attribute is seldom looked for. */
export function signOf(length: number, firstCode: number): number {
  return 1 << ((length * 13 + firstCode) & 31)
}

/** Takes a node out of its tree. */
export function detach(node: HtmlNode) {
  const { parent, prev, next } = node
  if (prev !== null) prev.next = next
  if (next !== null) next.prev = prev
  if (parent !== null) parent.children.splice(parent.children.lastIndexOf(node), 1)
  node.parent = null
  node.prev = null
  node.next = null
}

/** Moves elements out of their tree into one of their own, in this order. */
export function documentOf(elements: readonly HtmlElement[]): HtmlDocument {
  const root = new HtmlDocument()
  for (const element of elements) {
    detach(element)
    const before = root.children.at(-1) ?? null
    if (before !== null) before.next = element
    element.prev = before
    element.parent = root
    root.children.push(element)
  }
  return root
}
