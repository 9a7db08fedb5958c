import { detach, documentOf, HtmlElement } from '@rafid/html'
import { load } from 'cheerio/slim'

import { outlineOf, type Outline } from './blocks.ts'
import { isElement, isInside, walk, type DomDocument, type DomElement } from './dom.ts'
import { mainText, type MainText } from './main-text.ts'
import { withoutSections } from './sections.ts'

/** What an operator says of the pages of a site, in CSS selectors. */
export type SiteOverride = {
  /** The article's text is inside of these elements. */
  text?: string | undefined
  /** These elements are as though they were not on the page. */
  drop?: readonly string[] | undefined
}

/** Cheerio's types name the classes of domhandler; ours have the fields that it reads. */
type CheerioContent = Parameters<typeof load>[0]

/** Told of a selector that matches nothing on a page. */
export type UnmatchedSelector = (selector: string) => void

/** Selectors of siblings look at pairs of elements. The largest of two thousand real pages has 10,000; beyond, none is used. */
const elementsMax = 12_000
/** Selectors of jQuery that look like CSS. Cheerio reads them while it searches, too late to find them broken. */
const positional = /:(?:first|last|eq|nth|gt|lt|even|odd)(?![\w-])/

/** What Cheerio lets pass as something that nobody meant: signs of no selector, empty names, a combinator at an end. */
const careless = /[^\w\-\u0080-\uffff\s.#:>+~*,()[\]]|[.#](?![\w\-\u0080-\uffff])|(?:^|,)\s*[>+~]|[>+~]\s*(?:$|[,)])/
const quoted = /\\.|"[^"]*"|'[^']*'/g
const inBrackets = /\[[^\][]*\]/g

/**
 * Tells whether a selector can be used.
 *
 * @returns null if it can, else what is wrong with it
 */
export function selectorProblem(selector: string): string | null {
  if (selector.trim() === '') return 'is empty'
  const bare = selector.replace(quoted, 'q').replace(inBrackets, 'x')
  if (positional.test(bare)) return 'uses a position such as :first, which is not CSS'
  const found = careless.exec(bare.trim())
  if (found !== null) return `is no CSS selector: there is something wrong at "${found[0].trim()}"`
  try {
    load('<p></p>').root().find(selector)
    return null
  } catch (error) {
    return `is no CSS selector: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Takes what an override drops out of a page, so that nothing is read from it. The tree is changed. */
export function withoutDropped(
  root: DomDocument,
  override: SiteOverride | undefined,
  onUnmatched: UnmatchedSelector | undefined,
): DomDocument {
  for (const selector of override?.drop ?? []) {
    const elements = select(root, selector)
    if (elements.length === 0) onUnmatched?.(selector)
    for (const element of elements) detach(element)
  }
  return root
}

/** The outermost elements that an override names as the text, in the order of the page; empty for «anywhere». */
export function textElements(
  root: DomDocument,
  override: SiteOverride | undefined,
  onUnmatched: UnmatchedSelector | undefined,
): DomElement[] {
  if (override?.text === undefined) return []
  const elements = select(root, override.text)
  if (elements.length === 0) onUnmatched?.(override.text)
  const all = new Set(elements)
  return elements.filter(({ parent }) => !isElement(parent) || !isInside(parent, all))
}

/**
 * Finds the article's lines inside of some elements only; without any, on the whole page. Lines keep their place in the
 * page's outline, so that dates and sections around them are still found. The elements are taken out of the tree.
 */
export function mainTextWithin(
  elements: DomElement[],
  root: DomDocument,
  outline: Outline,
  declared: Parameters<typeof mainText>[2],
): MainText {
  if (elements.length === 0) return mainText(root, outline, declared)
  const part = documentOf(elements)
  const found = mainText(part, outlineOf(part), declared)
  const blocks = blocksByLeaf(outline)
  const lines = found.lines.map((line) => inOutline(line, blocks))
  const pictures = new Set(found.pictures.map((picture) => picture.element))
  return {
    ...found,
    lines,
    pictures: outline.pictures.filter((picture) => pictures.has(picture.element)),
    sections: withoutSections(outline.blocks.slice(lines[0]?.index ?? 0), outline.ranges).sections,
  }
}

function blocksByLeaf({ blocks }: Outline) {
  return new Map(blocks.map((block) => [block.leaves[0], block]))
}

/** An element of the text may begin or end inside of a line of the page. */
function inOutline(line: MainText['lines'][number], blocks: ReturnType<typeof blocksByLeaf>) {
  const block = blocks.get(line.leaves[0])
  return block?.text === line.text ? block : { ...line, index: block?.index ?? line.index }
}

function select(root: DomDocument, selector: string): DomElement[] {
  if (countElements(root) > elementsMax) return []
  const found: unknown[] = load(root as unknown as CheerioContent)
    .root()
    .find(selector)
    .get()
  return found.filter((node) => node instanceof HtmlElement)
}

function countElements(root: DomDocument): number {
  let count = 0
  walk(root, {
    enter: (node) => {
      if (isElement(node)) count++
      return count > elementsMax
    },
  })
  return count
}
