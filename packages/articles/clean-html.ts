import { absoluteUrl, linkUrl } from './absolute-url.ts'
import { pictureSource } from './article-urls.ts'
import type { Block, Picture } from './blocks.ts'
import { continuesParagraph } from './prose.ts'
import { attribute, isElement, type DomElement, type DomNode, type DomParent, type DomText } from './dom.ts'

const structure = new Set('ul ol li blockquote table thead tbody tfoot tr td th dl dt dd h2 h3 h4 p'.split(' '))
const inline = new Set('a em strong b i sup sub'.split(' '))
const renamed: Record<string, string> = { h1: 'h2', h5: 'h4', h6: 'h4', dl: 'ul', dt: 'li', dd: 'li' }
/** Elements inside which a line needs no paragraph of its own. */
const holdsText = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4'])
const needsParts = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tfoot', 'tr'])
const noBlocks = new Set(['p', 'h2', 'h3', 'h4'])
const owner: Record<string, RegExp> = {
  li: /^[uo]l$/,
  thead: /^table$/,
  tbody: /^table$/,
  tfoot: /^table$/,
  tr: /^(?:table|thead|tbody|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
}
/** Real tables and lists nest less; hostile ones would repeat their tags for every line. */
const levelsMax = 24

/**
 * Writes the chosen lines of a page as clean HTML: allow-listed elements in their nesting, no attribute but `href`,
 * `src`, `alt`, `dir` and `lang`, addresses absolute, all text escaped. Every tag is opened and closed here, so whatever
 * the page held, the result is well formed.
 */
export function cleanHtml(lines: Block[], pictures: Picture[], base: string): string {
  const writer = new HtmlWriter(base)
  let at = 0
  for (const line of lines) {
    for (; (pictures[at]?.beforeBlock ?? Infinity) <= line.index; at++) writer.picture(pictures[at])
    writer.line(line)
  }
  return writer.end()
}

/** Plain paragraphs as HTML. */
export function paragraphsHtml(paragraphs: string[]): string {
  return paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')
}

class HtmlWriter {
  readonly #base: string
  readonly #html: string[] = []
  #previous: Block | null = null
  #open: { node: DomNode | null; name: string }[] = []

  constructor(base: string) {
    this.#base = base
  }

  line(block: Block) {
    const path = pathOf(block.element)
    const previous = this.#previous
    const continued = previous !== null && continuesParagraph(block, previous) && this.#isOpen(path)
    this.#previous = block
    if (continued) this.#html.push('<br>')
    else this.#moveTo(path)
    const depth = this.#open.length
    if (!continued && !holdsText.has(this.#open.at(-1)?.name ?? '')) this.#push(null, 'p', '')
    const level = continued ? depth : this.#open.length
    for (const leaf of block.leaves) this.#leaf(leaf, block.element, level)
    this.#closeTo(level)
  }

  picture(picture: Picture | undefined) {
    const source = picture === undefined ? null : pictureSource(picture.element)
    const url = source === null ? null : absoluteUrl(source, this.#base)
    if (picture === undefined || url === null) return
    this.#closeTo(0)
    this.#html.push(
      `<figure><img src="${escape(url)}" alt="${escape(attribute(picture.element, 'alt').slice(0, 300))}"></figure>\n`,
    )
  }

  end(): string {
    this.#closeTo(0)
    return this.#html.join('').trim()
  }

  #leaf(leaf: DomText | DomElement, within: DomElement, level: number) {
    const path = inlinePath(leaf, within).filter((element) => element.name !== 'a' || this.#linkOf(element) !== null)
    const opened = this.#open.slice(level)
    let same = 0
    while (same < path.length && opened[same]?.node === path[same]) same++
    this.#closeTo(level + same)
    for (const element of path.slice(same)) this.#push(element, element.name, this.#attributes(element))
    if ('data' in leaf) this.#html.push(escape(leaf.data.replace(/\s+/g, ' ')))
  }

  #moveTo(path: DomElement[]) {
    let same = 0
    while (same < path.length && this.#open[same]?.node === path[same]) same++
    // A second line of the same list item or cell stays in it; of the same paragraph it begins a new one.
    if (same === path.length && path.at(-1)?.name === 'p') same--
    this.#closeTo(same)
    if (same === path.length && holdsText.has(this.#open.at(-1)?.name ?? '')) this.#html.push('<br>')
    for (const element of path.slice(same))
      this.#push(element, renamed[element.name] ?? element.name, directionOf(element))
  }

  #isOpen(path: DomElement[]): boolean {
    const top = this.#open.at(-1)
    return top !== undefined && holdsText.has(top.name) && path.every((element, at) => this.#open[at]?.node === element)
  }

  #attributes(element: DomElement): string {
    if (element.name !== 'a') return directionOf(element)
    return ` href="${escape(this.#linkOf(element) ?? '')}" rel="nofollow noopener noreferrer"`
  }

  #linkOf(element: DomElement): string | null {
    return linkUrl(attribute(element, 'href'), this.#base)
  }

  #push(node: DomNode | null, name: string, attributes: string) {
    this.#html.push(`<${name}${attributes}>`)
    this.#open.push({ node, name })
  }

  #closeTo(depth: number) {
    while (this.#open.length > depth) {
      const { name } = this.#open.pop() ?? { name: '' }
      this.#html.push(`</${name}>`, inline.has(name) ? '' : '\n')
    }
  }
}

/** The structure a line stands in, from outside in, as far as it is one: no item without its list, no cell without its row. */
function pathOf(element: DomElement): DomElement[] {
  const around: DomElement[] = []
  for (let node: DomParent | null = element; isElement(node); node = node.parent) {
    if (structure.has(writtenName(node))) around.unshift(node)
  }
  const path: DomElement[] = []
  for (const one of around) if (path.length < levelsMax && fits(one, path.at(-1))) path.push(one)
  while (path.length > 0 && needsParts.has(writtenName(path.at(-1)))) path.pop()
  return path
}

function fits(element: DomElement, outer: DomElement | undefined): boolean {
  const name = writtenName(element)
  const outerName = writtenName(outer)
  if (name.startsWith('t') && !isInDataTable(element)) return false
  const owners = owner[name]
  if (owners !== undefined) return owners.test(outerName)
  return !needsParts.has(outerName) && !noBlocks.has(outerName)
}

function writtenName(element: DomElement | undefined): string {
  return element === undefined ? '' : (renamed[element.name] ?? element.name)
}

/** Old pages put everything into a table of one row; only tables of several rows hold data. */
function isInDataTable(part: DomElement): boolean {
  let table: DomParent | null = part
  while (isElement(table) && table.name !== 'table') table = table.parent
  if (!isElement(table)) return false
  return tableRows(table) > 1
}

function tableRows(table: DomElement): number {
  let rows = 0
  for (const child of table.children) {
    if (!isElement(child)) continue
    rows += child.name === 'tr' ? 1 : child.children.filter((row) => isElement(row) && row.name === 'tr').length
  }
  return rows
}

function inlinePath(leaf: DomText | DomElement, within: DomElement): DomElement[] {
  const path: DomElement[] = []
  for (let node: DomParent | null = leaf.parent; isElement(node) && node !== within; node = node.parent) {
    const isInner = node.name === 'a' && path.some((element) => element.name === 'a')
    if (inline.has(node.name) && !isInner) path.unshift(node)
  }
  return path.slice(0, levelsMax)
}

function directionOf(element: DomElement): string {
  const dir = attribute(element, 'dir').toLowerCase()
  const lang = attribute(element, 'lang')
  const written = /^(?:rtl|ltr|auto)$/.test(dir) ? ` dir="${dir}"` : ''
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,3}$/i.test(lang) ? `${written} lang="${lang}"` : written
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
