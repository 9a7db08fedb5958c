import { attribute, collapse, isElement, isText, walk, type DomElement, type DomParent, type DomText } from './dom.ts'
import { massOf } from './mass.ts'
import { readsLikeProse, weigh } from './prose.ts'
import { suspicionOf, type Suspicion } from './suspicion.ts'

/** An element whose name speaks against its text, and the suspects it is inside of. */
export type Suspect = { element: DomElement; suspicion: Suspicion; outer: Suspect | null }
type Link = { href: string; text: string }

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
}
/** The blocks inside an element: from the first to before the last, by their index. */
export type Range = { from: number; to: number }
export type Picture = { element: DomElement; beforeBlock: number; suspect: Suspect | null }
export type Outline = {
  blocks: Block[]
  pictures: Picture[]
  /** Of each element with a block inside. */
  ranges: Map<DomElement, Range>
}

/** Blocks beyond this many are not read: no article has them, and later steps compare blocks. */
const blocksMax = 20_000

const silent = new Set(
  'script style noscript template math canvas iframe frame frameset object embed applet audio video select textarea input title map rp rt datalist meter progress portal'.split(
    ' ',
  ),
)
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const bold = new Set(['b', 'strong'])

/** An HTML element of these ends a drawing that was never closed (HTML Standard, 13.2.6.5). */
const endsDrawing = new Set(
  'blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 li ol p pre span strong table ul'.split(' '),
)

type Frame = {
  /** The first block inside. */
  from: number
  /** Whether there is an element of block level inside. */
  holdsElements: boolean
  drawing: boolean
  element: DomElement
  block: DomElement
  suspect: Suspect | null
  href: string | null
  bold: boolean
}

/** Cuts a page into its lines and paragraphs, in reading order, each with what speaks for and against it. */
export function outlineOf(root: DomParent): Outline {
  const reader = new OutlineReader()
  walk(root, {
    enter: (node) => {
      if (isText(node)) reader.text(node)
      return isElement(node) ? reader.open(node) : false
    },
    leave: (element) => reader.close(element),
  })
  reader.flush()
  return reader.outline
}

class OutlineReader {
  readonly outline: Outline = { blocks: [], pictures: [], ranges: new Map() }
  readonly #frames: Frame[] = []
  readonly #knownNames = new Map<string, Suspicion>()
  #leaves: (DomText | DomElement)[] = []
  #frame: Frame | null = null
  #pieces: { text: string; href: string | null; bold: boolean }[] = []
  #breaks = 0

  open(element: DomElement): boolean {
    if (silent.has(element.name) || element.name === 'foreignobject' || this.outline.blocks.length >= blocksMax)
      return true
    const drawing = element.name === 'svg' || (this.#frames.at(-1)?.drawing === true && !endsDrawing.has(element.name))
    if (element.name === 'br') return this.#lineBreak()
    const outer = this.#frames.at(-1)
    const isInline = inline.has(element.name)
    if (!isInline) this.flush()
    const suspicion = suspicionOf(element, this.#knownNames)
    const suspect = suspicion > 0 ? { element, suspicion, outer: outer?.suspect ?? null } : (outer?.suspect ?? null)
    const href = element.name === 'a' ? attribute(element, 'href') || null : (outer?.href ?? null)
    const block = isInline && outer !== undefined ? outer.block : element
    this.#frames.push({
      from: this.outline.blocks.length,
      holdsElements: false,
      drawing,
      element,
      block,
      suspect,
      href,
      bold: bold.has(element.name) || (outer?.bold ?? false),
    })
    if (element.name === 'img')
      this.outline.pictures.push({ element, beforeBlock: this.outline.blocks.length, suspect })
    return false
  }

  close(element: DomElement) {
    if (this.#frames.at(-1)?.element !== element) return
    if (!inline.has(element.name)) this.flush()
    const frame = this.#frames.pop()
    if (frame === undefined || (inline.has(element.name) && !frame.holdsElements)) return
    const outer = this.#frames.at(-1)
    if (outer !== undefined) outer.holdsElements = true
    const to = this.outline.blocks.length
    if (to > frame.from) this.outline.ranges.set(element, { from: frame.from, to })
  }

  text(node: DomText) {
    const frame = this.#frames.at(-1)
    if (frame === undefined || frame.drawing) return
    // A stray blank before a block says nothing; one between two words of a line does.
    if (this.#pieces.length === 0 && node.data.trim() === '') return
    this.#frame ??= frame
    this.#leaves.push(node)
    this.#pieces.push({ text: node.data, href: frame.href, bold: frame.bold })
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
    const frame = this.#frame
    const pieces = this.#pieces
    const text = collapse(pieces.map((piece) => piece.text).join(''))
    if (frame !== null && text !== '') {
      const { blocks } = this.outline
      const line = {
        index: blocks.length,
        element: frame.block,
        leaves: this.#leaves,
        text,
        mass: massOf(text),
        linkMass: massWhere(pieces, (piece) => piece.href !== null),
        boldMass: massWhere(pieces, (piece) => piece.bold),
        links: linksOf(pieces),
        breaks: this.#breaks,
        suspect: this.#suspectOf(frame),
      }
      const isProse = readsLikeProse(line)
      blocks.push({ ...line, isProse, weight: weigh(line, isProse) })
      this.#breaks = 0
    }
    this.#leaves = []
    this.#pieces = []
    this.#frame = null
  }

  /** A suspicious inline element counts only if the whole line is its own: inside a sentence it is part of it. */
  #suspectOf(frame: Frame): Suspect | null {
    const last = this.#leaves.at(-1)
    let suspect = frame.suspect
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

function massWhere<T extends { text: string }>(pieces: T[], holds: (piece: T) => boolean): number {
  const chosen = pieces.filter(holds)
  return chosen.length === 0 ? 0 : massOf(collapse(chosen.map((piece) => piece.text).join(' ')))
}

function linksOf(pieces: { text: string; href: string | null }[]): Link[] {
  const links: Link[] = []
  let last: string | null = null
  for (const { text, href } of pieces) {
    const top = links.at(-1)
    if (href !== null && href === last && top !== undefined) top.text += text
    else if (href !== null) links.push({ href, text })
    last = href
  }
  return links.map((link) => ({ href: link.href, text: collapse(link.text) })).filter((link) => link.text !== '')
}
