import type { Block } from './blocks.ts'
import { isElement, type DomElement, type DomParent } from './dom.ts'
import { isProse } from './prose.ts'

/**
 * The lines of the first of several articles: pages that go on for ever print the next one under the first, each in its
 * own `article` with its own h1.
 *
 * @param page all lines of the page, with the headings that lie outside the text
 */
export function firstArticle(blocks: Block[], page: Block[]): Block[] {
  const headed = new Set<DomElement>()
  for (const { element } of page) {
    const article = element.name === 'h1' ? articleAround(element) : null
    if (article !== null) headed.add(article)
  }
  if (headed.size < 2) return blocks
  const first = blocks
    .map((block) => (isProse(block) ? articleAround(block.element) : null))
    .find((one) => one !== null)
  if (first === undefined || !headed.has(first)) return blocks
  return blocks.filter(({ element }) => {
    const article = articleAround(element)
    return article === null || article === first || !headed.has(article)
  })
}

/** The outermost, for comments and quoted posts inside an article are written as articles too. */
function articleAround(element: DomElement): DomElement | null {
  let article: DomElement | null = null
  for (let node: DomParent | null = element; isElement(node); node = node.parent)
    if (node.name === 'article') article = node
  return article
}
