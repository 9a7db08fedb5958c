import type { Block } from './blocks.ts'
import { isElement, type DomElement } from './dom.ts'
import type { ArticleHints } from './extracted-article.ts'

/** Bylines and dates stand close to the title: so many lines are looked at before the text, into it and after it. */
const linesBefore = 40
const linesInto = 12
const linesAfter = 12
/** Elements around a line that are looked at for what is said of it. */
const climbMax = 6

/** Where in a page its article stands, and what is known of it from elsewhere. */
export type PagePlace = {
  /** Lines before the text, nearest first. */
  before: Block[]
  /** The first lines of the text. */
  into: Block[]
  /** The lines behind the text. */
  after: Block[]
  url: string
  hints: ArticleHints
  /** Whether an element belongs to one of these lines, or holds it. */
  isNear: (element: DomElement) => boolean
}

/**
 * The surroundings of an article's text.
 *
 * @param range index of the first and the last line of the text among the lines of the page
 */
export function pagePlace(
  blocks: Block[],
  range: { firstLine: number; lastLine: number },
  page: { url: string; hints: ArticleHints },
): PagePlace {
  const { firstLine, lastLine } = range
  const before = blocks.slice(Math.max(0, firstLine - linesBefore), firstLine).toReversed()
  const into = blocks.slice(firstLine, Math.min(firstLine + linesInto, Math.max(lastLine, firstLine) + 1))
  const after = blocks.slice(Math.max(lastLine, firstLine) + 1, Math.max(lastLine, firstLine) + 1 + linesAfter)
  let elements: Set<DomElement> | null = null
  const isNear = (element: DomElement) => {
    elements ??= elementsAround([...before, ...into, ...after])
    return elements.has(element)
  }
  return { before, into, after, ...page, isNear }
}

function elementsAround(lines: Block[]): Set<DomElement> {
  const elements = new Set<DomElement>()
  for (const line of lines) {
    for (const leaf of line.leaves) {
      let node: DomElement['parent'] = leaf.parent
      for (let step = 0; step < climbMax && isElement(node); step++, node = node.parent) elements.add(node)
    }
  }
  return elements
}
