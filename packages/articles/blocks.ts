import { attribute, isElement, walk, type DomElement, type DomNode, type DomParent, type DomText } from './dom.ts'
import type { Cue } from './cue-of.ts'
import { isBoldPiece, isLinkedPiece, linksOf, massWhere, textOfPieces, type Link, type Piece } from './line-pieces.ts'
import { massOf } from './mass.ts'
import { readsLikeProse, weigh } from './prose.ts'
import { suspicionOf, type Suspicion } from './suspicion.ts'

/** An element whose name speaks against its text, and the suspects it is inside of. */
export type Suspect = { element: DomElement; suspicion: Suspicion; outer: Suspect | null }

/** A line or paragraph of a page: text between two boundaries of blocks or line breaks. */
export type Block = {
  index: number
  /** The innermost element of block level around it. */
  element: DomElement
  leaves: (DomText | DomElement)[]
  text: string
  mass: number
  linkMass: number
  boldMass: number
  links: Link[]
  /** Line breaks before it: 1 continues the paragraph, 0 is a new element. */
  breaks: number
  suspect: Suspect | null
  isProse: boolean
  /** How much it says for an article around it. */
  weight: number
  /** What it announces, once somebody asked. */
  cue: Cue | null | undefined
  /** Its text as `normaliseText` gives it, once somebody asked. */
  normal: string | undefined
}
/** The blocks inside an element: from the first to before the last, by their index. */
export type Range = { from: number; to: number }
/** Its suspect is looked up when it is asked for: most pictures of a page are outside of its text. */
export type Picture = { element: DomElement; beforeBlock: number; suspect: () => Suspect | null }
export type Outline = {
  blocks: Block[]
  pictures: Picture[]
  /** Of each element with a block inside. */
  ranges: Map<DomElement, Range>
}

/** Blocks beyond this many are not read: no article has them, and later steps compare blocks. */
const blocksMax = 20_000

const silent = new Set(
  'script style noscript template canvas iframe frame frameset object embed applet audio video select textarea input title map rp rt datalist meter progress portal'.split(
    ' ',
  ),
)
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const bold = new Set(['b', 'strong'])
const shown = /\S/

type Traits = { isSilent: boolean; isInline: boolean; isBold: boolean }
/** Looked up once for every element of a page. */
const traitsByName = new Map<string, Traits>(
  [...silent, ...inline, ...bold].map((name) => [
    name,
    { isSilent: silent.has(name), isInline: inline.has(name), isBold: bold.has(name) },
  ]),
)
const blockTraits: Traits = { isSilent: false, isInline: false, isBold: false }

type Frame = {
  /** The first block inside. */
  from: number
  /** Whether there is an element of block level inside. */
  holdsElements: boolean
  isInline: boolean
  element: DomElement
  block: DomElement
  outer: Frame | null
  /** Looked up when a line needs it: most elements hold none. */
  suspect: Suspect | null | undefined
  href: string | null
  bold: boolean
}

/** Cuts a page into its lines and paragraphs, in reading order, each with what speaks for and against it. */
export function outlineOf(root: DomParent): Outline {
  return outlineWith(root, () => {})
}

/** The same, and shows every node of the page to somebody else on the way, also those that hold no lines. */
export function outlineWith(root: DomParent, show: (node: DomNode) => void): Outline {
  const reader = new OutlineReader()
  const showInside = (node: DomNode) => {
    show(node)
    return false
  }
  walk(root, {
    enter: (node) => {
      show(node)
      if (node.type === 'text') reader.text(node)
      if (!isElement(node)) return false
      const isSkipped = reader.open(node)
      if (isSkipped && node.children.length > 0) walk(node, { enter: showInside })
      return isSkipped
    },
    leave: (element) => reader.close(element),
  })
  reader.flush()
  return reader.outline
}

class OutlineReader {
  readonly outline: Outline = { blocks: [], pictures: [], ranges: new Map() }
  #top: Frame | null = null
  readonly #knownNames = new Map<string, Suspicion>()
  /** Empty between two looks: one list for all of them, for there is a look a line. */
  readonly #unknown: Frame[] = []
  #leaves: (DomText | DomElement)[] = []
  #frame: Frame | null = null
  #pieces: Piece[] = []
  /** How many of the pieces are links, and bold. */
  #links = 0
  #bolds = 0
  #breaks = 0

  open(element: DomElement): boolean {
    const { name } = element
    const { isSilent, isInline, isBold } = traitsByName.get(name) ?? blockTraits
    if (isSilent || this.outline.blocks.length >= blocksMax) return true
    if (name === 'br') return this.#lineBreak()
    const outer = this.#top
    if (!isInline) this.flush()
    const frame = {
      from: this.outline.blocks.length,
      holdsElements: false,
      isInline,
      element,
      block: isInline && outer !== null ? outer.block : element,
      outer,
      suspect: undefined,
      href: name === 'a' ? attribute(element, 'href') || null : (outer?.href ?? null),
      bold: isBold || (outer?.bold ?? false),
    }
    this.#top = frame
    if (name === 'img') this.#picture(frame)
    return false
  }

  #picture(frame: Frame) {
    const { element } = frame
    this.outline.pictures.push({
      element,
      beforeBlock: this.outline.blocks.length,
      suspect: () => this.#suspectAround(frame),
    })
  }

  close(element: DomElement) {
    const frame = this.#top
    if (frame?.element !== element) return
    if (!frame.isInline) this.flush()
    this.#top = frame.outer
    if (frame.isInline && !frame.holdsElements) return
    if (frame.outer !== null) frame.outer.holdsElements = true
    const to = this.outline.blocks.length
    if (to > frame.from) this.outline.ranges.set(element, { from: frame.from, to })
  }

  text(node: DomText) {
    const frame = this.#top
    if (frame === null) return
    // A stray blank before a block says nothing; one between two words of a line does.
    if (this.#pieces.length === 0 && !shown.test(node.data)) return
    this.#frame ??= frame
    this.#leaves.push(node)
    this.#pieces.push({ text: node.data, href: frame.href, bold: frame.bold })
    if (frame.href !== null) this.#links++
    if (frame.bold) this.#bolds++
  }

  flush() {
    this.#endLine()
    this.#breaks = 0
  }

  #lineBreak(): boolean {
    this.#endLine()
    this.#breaks++
    return true
  }

  #endLine() {
    const pieces = this.#pieces
    if (pieces.length === 0) return
    const frame = this.#frame
    const text = textOfPieces(pieces)
    if (frame !== null && text !== '') {
      const { blocks } = this.outline
      const mass = massOf(text)
      const line: Block = {
        index: blocks.length,
        element: frame.block,
        leaves: this.#leaves,
        text,
        mass,
        linkMass: this.#links === 0 ? 0 : pieces.length === 1 ? mass : massWhere(pieces, isLinkedPiece),
        boldMass: this.#bolds === 0 ? 0 : pieces.length === 1 ? mass : massWhere(pieces, isBoldPiece),
        links: this.#links === 0 ? [] : linksOf(pieces, text),
        breaks: this.#breaks,
        suspect: this.#suspectOf(frame),
        isProse: false,
        weight: 0,
        cue: undefined,
        normal: undefined,
      }
      line.isProse = readsLikeProse(line)
      line.weight = weigh(line, line.isProse)
      blocks.push(line)
      this.#breaks = 0
    }
    this.#leaves = []
    this.#pieces = []
    this.#links = 0
    this.#bolds = 0
    this.#frame = null
  }

  #suspectAround(frame: Frame): Suspect | null {
    const unknown = this.#unknown
    let at: Frame | null = frame
    for (; at !== null && at.suspect === undefined; at = at.outer) unknown.push(at)
    let suspect = at?.suspect ?? null
    for (let inner = unknown.pop(); inner !== undefined; inner = unknown.pop()) {
      const { element } = inner
      const suspicion = suspicionOf(element, this.#knownNames)
      if (suspicion > 0) suspect = { element, suspicion, outer: suspect }
      inner.suspect = suspect
    }
    return suspect
  }

  /** A suspicious inline element counts only if the whole line is its own: inside a sentence it is part of it. */
  #suspectOf(frame: Frame): Suspect | null {
    const last = this.#leaves.at(-1)
    let suspect = this.#suspectAround(frame)
    while (suspect !== null && inline.has(suspect.element.name) && !contains(suspect.element, last))
      suspect = suspect.outer
    return suspect
  }
}

function contains(element: DomElement, leaf: DomText | DomElement | undefined): boolean {
  let node = leaf?.parent ?? null
  while (node !== null && isElement(node) && inline.has(node.name)) {
    if (node === element) return true
    node = node.parent
  }
  return false
}
