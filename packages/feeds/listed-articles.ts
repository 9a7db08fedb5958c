import { oneLine } from './markup.ts'
import { htmlOf } from './text-construct.ts'
import { findAll, textOf } from './xml-query.ts'
import { XmlElement } from './xml-element.ts'

/** An article as a page lists it, as written. */
export type HtmlItem = {
  readonly title: string
  readonly href: string | undefined
  readonly published: string
  readonly updated: string
  readonly author: string
  readonly categories: readonly string[]
  readonly picture: string | undefined
  readonly summaryHtml: (base: string) => string | null
  readonly contentHtml: (base: string) => string | null
}

const entryClasses = ['h-entry', 'hentry']
const headings = ['h1', 'h2', 'h3', 'h4']
const itemsMax = 2_000
/** A list is at least so long, and so many of its articles have a date. */
const listLengthMin = 3
const datedShareMin = 2 / 3

/** The articles that a page lists, in its order: its h-entries, else the articles of a list; none where it is no list. */
export function listedArticles(document: XmlElement): HtmlItem[] {
  const marked = outermost(document, (element) => entryClasses.some((name) => hasClass(element, name)))
  if (marked.length > 0) return marked.map(markedItem)
  const articles = outermost(document, (element) => element.key === 'article').map(listedItem)
  const linked = articles.filter(({ title, href }) => title !== '' && href !== undefined)
  const distinct = new Set(linked.map(({ href }) => href))
  const dated = linked.filter(({ published }) => published !== '')
  const isList = distinct.size >= listLengthMin && dated.length >= linked.length * datedShareMin
  return isList ? linked : []
}

/** Microformats2, with the names of hAtom for pages of an older time. */
function markedItem(entry: XmlElement): HtmlItem {
  const named = (...names: string[]): XmlElement[] =>
    within(entry, (element) => names.some((name) => hasClass(element, name)))
  const [title] = named('p-name', 'entry-title')
  const [link] = named('u-url')
  const [summary] = named('p-summary', 'entry-summary')
  const [content] = named('e-content', 'entry-content')
  const [author] = named('p-author', 'author')
  const [photo] = named('u-photo')
  return {
    title: lineOf(title ?? headingOf(entry)),
    href: hrefOf(link) ?? hrefIn(title) ?? hrefIn(headingOf(entry)) ?? hrefOf(bookmarkIn(entry)),
    published: timeOf(named('dt-published', 'published')[0]) || timeOf(findAll(entry, ['time'])[0]),
    updated: timeOf(named('dt-updated', 'updated')[0]),
    author: lineOf(author),
    categories: named('p-category').map(lineOf),
    picture: photo?.attributes.get('src') ?? hrefOf(photo),
    summaryHtml: (base) => htmlOf(summary, base),
    contentHtml: (base) => htmlOf(content, base),
  }
}

function listedItem(article: XmlElement): HtmlItem {
  const heading = headingOf(article)
  const [picture] = findAll(article, ['img'])
  const [paragraph] = findAll(article, ['p'])
  return {
    title: lineOf(heading),
    href: hrefIn(heading) ?? hrefOf(linkAround(heading, article)),
    published: timeOf(findAll(article, ['time'])[0]),
    updated: '',
    author: '',
    categories: [],
    picture: picture?.attributes.get('src'),
    summaryHtml: (base) => htmlOf(paragraph, base),
    contentHtml: () => null,
  }
}

/** The elements that are meant, in order, not those inside one another. Iterative, whatever the depth. */
function outermost(root: XmlElement, isMeant: (element: XmlElement) => boolean): XmlElement[] {
  const found: XmlElement[] = []
  const rest: XmlElement[] = [root]
  for (let next = rest.pop(); next !== undefined && found.length < itemsMax; next = rest.pop()) {
    if (next !== root && isMeant(next)) {
      found.push(next)
      continue
    }
    for (const child of next.children.toReversed()) if (child instanceof XmlElement) rest.push(child)
  }
  return found
}

/** The same inside an entry, without what belongs to another thing in it, such as a comment. */
function within(entry: XmlElement, isMeant: (element: XmlElement) => boolean): XmlElement[] {
  return outermost(
    entry,
    (element) => isMeant(element) || hasClass(element, 'h-cite') || hasClass(element, 'h-entry'),
  ).filter(isMeant)
}

function hasClass(element: XmlElement, name: string): boolean {
  const written = element.attributes.size === 0 ? undefined : element.attributes.get('class')
  return written !== undefined && written.includes(name) && written.split(/\s+/).includes(name)
}

function headingOf(element: XmlElement): XmlElement | undefined {
  return findAll(element, headings)[0]
}

function hrefOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('href')
}

function hrefIn(element: XmlElement | undefined): string | undefined {
  return element === undefined ? undefined : (hrefOf(element) ?? hrefOf(findAll(element, ['a'])[0]))
}

function bookmarkIn(entry: XmlElement): XmlElement | undefined {
  return findAll(entry, ['a']).find((link) => link.attributes.get('rel')?.includes('bookmark') === true)
}

function linkAround(heading: XmlElement | undefined, article: XmlElement): XmlElement | undefined {
  for (let current = heading?.parent ?? null; current !== null && current !== article; current = current.parent) {
    if (current.key === 'a') return current
  }
  return undefined
}

function timeOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const [inner] = findAll(element, ['time'])
  const { attributes } = inner ?? element
  return (attributes.get('datetime') ?? attributes.get('title') ?? textOf(inner ?? element)).trim().slice(0, 200)
}

function lineOf(element: XmlElement | undefined): string {
  return oneLine(textOf(element).slice(0, 5_000))
}
