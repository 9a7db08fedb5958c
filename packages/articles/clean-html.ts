import { linkUrl } from './absolute-url.ts'
import type { Block, Picture } from './blocks.ts'
import { dataTables, picturePath, structurePath, writtenName } from './clean-html-path.ts'
import {
  attribute,
  isElement,
  singleSpaced,
  textOf,
  type DomElement,
  type DomNode,
  type DomParent,
  type DomText,
} from './dom.ts'
import { pictureUrl } from './lazy-picture.ts'
import { continuesParagraph } from './prose.ts'

const inline = new Set('a em strong b i sup sub'.split(' '))
/** Elements inside which a line needs no paragraph of its own. */
const holdsText = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4'])
/** Emphasis upon emphasis, as hostile pages nest it. */
const inlineLevelsMax = 24
const alternativeCharsMax = 300
const captionCharsMax = 1_000

type Shown = { element: DomElement; url: string; beforeBlock: number }

/**
 * Writes the chosen lines of a page as clean HTML: allow-listed elements in their nesting, no attribute but `href`,
 * `rel`, `src`, `alt`, `dir` and `lang`, addresses absolute, all text escaped. Every tag is opened and closed here, so
 * whatever the page held, the result is well formed; cleaning it again changes nothing.
 */
export function cleanHtml(lines: Block[], pictures: Picture[], base: string): string {
  const shown = pictures.flatMap(({ element, beforeBlock }) => {
    const url = pictureUrl(element, base)
    return url === null ? [] : [{ element, url, beforeBlock }]
  })
  const written = [...lines.map((line) => line.element), ...shown.map((picture) => picture.element)]
  const writer = new HtmlWriter(base, dataTables(written))
  let at = 0
  for (const line of lines) {
    for (; (shown[at]?.beforeBlock ?? Infinity) <= line.index; at++) writer.picture(shown[at])
    writer.line(line)
  }
  for (const picture of shown.slice(at)) writer.picture(picture)
  return writer.end()
}

/** Plain paragraphs as HTML. */
export function paragraphsHtml(paragraphs: string[]): string {
  return paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')
}

class HtmlWriter {
  readonly #base: string
  readonly #tables: Set<DomElement>
  readonly #html: string[] = []
  /** Captions that stand under their pictures, and those whose lines were written as text before. */
  readonly #captioned = new Set<DomElement>()
  readonly #captionLines = new Set<DomElement>()
  readonly #urls = new Map<DomElement, string | null>()
  #previous: Block | null = null
  #open: { node: DomNode | null; name: string }[] = []
  /** Whether the last thing written is text, which the next line must not run into. */
  #inText = false
  /** Whether a blank is due before the next word. */
  #blank = false

  constructor(base: string, tables: Set<DomElement>) {
    this.#base = base
    this.#tables = tables
  }

  line(block: Block) {
    const caption = captionAround(block.element)
    if (caption !== null && this.#captioned.has(caption)) return
    if (caption !== null) this.#captionLines.add(caption)
    const path = structurePath(block.element, this.#tables)
    const previous = this.#previous
    const continued = previous !== null && continuesParagraph(block, previous) && this.#isOpen(path)
    this.#previous = block
    if (continued) this.#html.push('<br>')
    else this.#moveTo(path)
    if (!continued && !holdsText.has(this.#open.at(-1)?.name ?? '')) this.#push(null, 'p', '')
    const level = this.#open.length
    this.#blank = false
    this.#inText = false
    const isWhole = block.leaves.length === 1
    for (const leaf of block.leaves)
      if ('data' in leaf) this.#leaf(leaf, block.element, level, isWhole ? block.text : singleSpaced(leaf.data))
    this.#closeTo(level)
    this.#inText = true
  }

  picture(picture: Shown | undefined) {
    if (picture === undefined) return
    const { element, url } = picture
    this.#inText = false
    this.#moveTo(picturePath(element, this.#tables))
    const alternative = attribute(element, 'alt').slice(0, alternativeCharsMax).toWellFormed().trim()
    const caption = this.#captionOf(element)
    this.#html.push(`<figure><img src="${escape(url)}" alt="${escape(alternative)}">${caption}</figure>\n`)
    this.#previous = null
    this.#inText = false
  }

  end(): string {
    this.#closeTo(0)
    return this.#html.join('').trim()
  }

  /** A figure of several pictures has its caption once, under the first. */
  #captionOf(element: DomElement): string {
    const caption = captionBeside(element)
    if (caption === null || this.#captioned.has(caption) || this.#captionLines.has(caption)) return ''
    this.#captioned.add(caption)
    const text = textOf(caption).slice(0, captionCharsMax).toWellFormed().trim()
    return text === '' ? '' : `<figcaption>${escape(text)}</figcaption>`
  }

  /** @param text of the leaf, single spaced; blanks at the ends of a line do not matter */
  #leaf(leaf: DomText, within: DomElement, level: number, text: string) {
    const words = text.trim()
    const apart = this.#blank
    if (words !== '') this.#writeBlank()
    if (leaf.parent !== within || this.#open.length > level)
      this.#emphasise(leaf.parent === within ? [] : this.#inlinePath(leaf, within), level, words !== '')
    this.#blank ||= !apart && this.#inText && text.startsWith(' ')
    if (words === '') return
    this.#writeBlank()
    this.#html.push(escape(words))
    this.#inText = true
    this.#blank = text.endsWith(' ')
  }

  #writeBlank() {
    if (this.#blank) this.#html.push(' ')
    this.#blank = false
  }

  /** Closes the emphasis that a text is not in, and opens what it is in. */
  #emphasise(path: DomElement[], level: number, opens: boolean) {
    let same = 0
    while (same < path.length && this.#open[level + same]?.node === path[same]) same++
    this.#closeTo(level + same)
    if (opens) for (const element of path.slice(same)) this.#push(element, element.name, this.#attributes(element))
  }

  #moveTo(path: DomElement[]) {
    let same = 0
    while (same < path.length && this.#open[same]?.node === path[same]) same++
    // A second line of the same list item or cell stays in it; of the same paragraph it begins a new one.
    const last = path.at(-1)
    if (same === path.length && last?.name === 'p') same--
    this.#closeTo(same)
    if (same === path.length && this.#inText && holdsText.has(this.#open.at(-1)?.name ?? '')) this.#html.push('<br>')
    for (const element of path.slice(same)) this.#push(element, writtenName(element), directionOf(element))
  }

  #isOpen(path: DomElement[]): boolean {
    const top = this.#open.at(-1)
    return top !== undefined && holdsText.has(top.name) && path.every((element, at) => this.#open[at]?.node === element)
  }

  /** The emphasis and links around a text, from outside in; links that lead nowhere and links in links are left out. */
  #inlinePath(leaf: DomText, within: DomElement): DomElement[] {
    const path: DomElement[] = []
    for (let node: DomParent | null = leaf.parent; isElement(node) && node !== within; node = node.parent) {
      if (inline.has(node.name)) path.push(node)
    }
    const links = path.filter((element) => element.name === 'a' && this.#linkUrl(element) !== null)
    const outwards = path.filter((element) => element.name !== 'a' || element === links.at(-1))
    return outwards.toReversed().slice(0, inlineLevelsMax)
  }

  #linkUrl(link: DomElement): string | null {
    let url = this.#urls.get(link)
    if (url === undefined) this.#urls.set(link, (url = linkUrl(attribute(link, 'href'), this.#base)))
    return url
  }

  #attributes(element: DomElement): string {
    if (element.name !== 'a') return directionOf(element)
    const url = this.#linkUrl(element) ?? ''
    return ` href="${escape(url)}" rel="nofollow noopener noreferrer"`
  }

  #push(node: DomNode | null, name: string, attributes: string) {
    this.#html.push(`<${name}${attributes}>`)
    this.#open.push({ node, name })
    if (!inline.has(name)) this.#inText = false
  }

  #closeTo(depth: number) {
    while (this.#open.length > depth) {
      const { name } = this.#open.pop() ?? { name: '' }
      this.#html.push(`</${name}>`, inline.has(name) ? '' : '\n')
      if (!inline.has(name)) this.#inText = false
    }
  }
}

function captionAround(element: DomElement): DomElement | null {
  for (let node: DomParent | null = element; isElement(node); node = node.parent) {
    if (node.name === 'figcaption') return node
    if (node.name === 'figure') return null
  }
  return null
}

function captionBeside(element: DomElement): DomElement | null {
  for (let node: DomParent | null = element.parent; isElement(node); node = node.parent) {
    if (node.name === 'figure') return captionIn(node)
  }
  return null
}

function captionIn(figure: DomElement): DomElement | null {
  const caption = figure.children.find((child) => isElement(child) && child.name === 'figcaption')
  return caption !== undefined && isElement(caption) ? caption : null
}

function directionOf(element: DomElement): string {
  // Most elements say neither.
  if (element.attr('dir') === undefined && element.attr('lang') === undefined) return ''
  const dir = attribute(element, 'dir').toLowerCase()
  const lang = attribute(element, 'lang')
  const written = /^(?:rtl|ltr|auto)$/.test(dir) ? ` dir="${dir}"` : ''
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i.test(lang) ? `${written} lang="${lang}"` : written
}

function escape(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
