import { attribute, collapse, isElement, isText, walk, type DomElement, type DomNode, type DomParent } from './dom.ts'
import { articleData, type ArticleData } from './json-ld.ts'
import { nodesWithin } from './nodes-within.ts'
import { nothingSeen, seeElement, type SeenElements } from './seen-elements.ts'

/** What a page says about itself outside its text. */
export type PageFacts = {
  meta: Map<string, string[]>
  canonical: string | null
  base: string | null
  title: string
  headings: string[]
  lang: string | null
  times: { element: DomElement; value: string }[]
  tagLinks: { href: string; text: string }[]
  bylines: Byline[]
  /** The path to the page, from the site's front page on, as the page shows it. */
  breadcrumb: string[]
  data: ArticleData | null
  /** What tells of the page's kind. */
  seen: SeenElements
}

/** Where a page says who wrote: its text with signs between its elements, and what stands in links inside. */
export type Byline = { element: DomElement; text: string; names: string[] }

/** Pages with more of anything than this are not read further. */
const perKindMax = 200
const bylineCharsMax = 200
/** Pages name the authors of all their comments. */
const bylinesMax = 60
/** A byline, or the path to a page, is made of few elements. */
const nodesPerBylineMax = 60
const stepsMax = 10
const nodesPerTextMax = 300
const textNodeCharsMax = 10_000
/** A longer text is no name, wherever it ends. */
const nodeCharsMax = 1000
/** Also in names such as `article-author` and `author-name`. */
const bylineName = /(?:^|[\s_-])(?:authors?|authorname|by-?line|writer|reporter)(?:$|[\s_-])/i
const authorLink =
  /(?:^|\s)author(?:\s|$)|\/(?:authors?|autor(?:en|es)?|profile|people|staff|writers?|journalist|contributors?|by|team|user|كاتب|auteur)s?\//i
const breadcrumbName = /bread-?_?crumb/i
const pathElements = new Set(['nav', 'ol', 'ul', 'div', 'p'])

/** Collects metadata in one walk over the page. */
export function pageFacts(root: DomParent): PageFacts {
  const reader = factsReader()
  walk(root, {
    enter: (node) => {
      reader.enter(node)
      return false
    },
  })
  return reader.finish()
}

/** Collects metadata from the nodes of a page, each entered once, in their order. */
export function factsReader(): { enter: (node: DomNode) => void; finish: () => PageFacts } {
  const scripts: DomElement[] = []
  const facts: PageFacts = {
    meta: new Map(),
    canonical: null,
    base: null,
    title: '',
    headings: [],
    lang: null,
    times: [],
    tagLinks: [],
    bylines: [],
    breadcrumb: [],
    data: null,
    seen: nothingSeen(),
  }
  return {
    enter: (node) => {
      if (!isElement(node)) return
      if (node.name === 'script' && /ld\+json/i.test(attribute(node, 'type'))) push(scripts, node)
      readElement(node, facts)
      seeElement(node, facts.seen)
    },
    finish: () => {
      facts.data = articleData(scripts)
      return facts
    },
  }
}

function readElement(element: DomElement, facts: PageFacts) {
  const reader = readers[element.name]
  if (reader !== undefined) reader(element, facts)
  const itemprop = element.attr('itemprop')?.trim().toLowerCase()
  if (
    itemprop !== undefined &&
    /^date(?:published|modified|created)$/.test(itemprop) &&
    element.name !== 'meta' &&
    element.name !== 'time'
  ) {
    addMeta(
      facts,
      `itemprop:${itemprop}`,
      attribute(element, 'content') || attribute(element, 'datetime') || briefText(element),
    )
  }
  if (itemprop === 'author' || element.attr('rel') === 'author' || isNamed(element, bylineName))
    readByline(element, facts)
  if (facts.breadcrumb.length === 0 && pathElements.has(element.name) && isNamed(element, breadcrumbName))
    facts.breadcrumb = linksIn(element)
}

function isNamed(element: DomElement, pattern: RegExp): boolean {
  const layout = element.attr('class')
  if (layout !== undefined && layout !== '' && pattern.test(layout)) return true
  const id = element.attr('id')
  return id !== undefined && id !== '' && pattern.test(id)
}

function readByline(element: DomElement, facts: PageFacts) {
  if (facts.bylines.length >= bylinesMax) return
  const parts = partsOf(element)
  const text = parts.join(' | ')
  if (text === '' || text.length > bylineCharsMax) return
  push(facts.bylines, { element, text, names: namesIn(element) })
}

/** Texts of an element, apart where another element begins: pages set names and offices side by side without a blank. */
function partsOf(element: DomElement): string[] {
  return nodesWithin(element, nodesPerBylineMax).flatMap((node) => {
    const isSilent = isElement(node.parent) && /^(?:script|style)$/.test(node.parent.name)
    return isText(node) && !isSilent ? collapse(node.data.slice(0, nodeCharsMax)) || [] : []
  })
}

/** What the page itself marks as the name: schema.org's property, or links to who wrote. */
function namesIn(element: DomElement): string[] {
  const marked: string[] = []
  const linked: string[] = []
  for (const node of nodesWithin(element, nodesPerBylineMax)) {
    if (!isElement(node)) continue
    if (attribute(node, 'itemprop').toLowerCase() === 'name')
      marked.push(attribute(node, 'content') || partsOf(node).join(' '))
    else if (node.name === 'a' && authorLink.test(`${attribute(node, 'rel')} ${attribute(node, 'href').slice(0, 300)}`))
      linked.push(partsOf(node).join(' '))
  }
  const names = marked.length > 0 ? marked : linked
  return names.filter((name) => name !== '' && name.length <= bylineCharsMax)
}

function linksIn(element: DomElement): string[] {
  const links = nodesWithin(element, nodesPerBylineMax).filter((node) => isElement(node) && node.name === 'a')
  return links.flatMap((link) => (isElement(link) ? partsOf(link).join(' ') || [] : [])).slice(0, stepsMax)
}

const readers: Record<string, (element: DomElement, facts: PageFacts) => void> = {
  html: (element, facts) => {
    facts.lang ??= attribute(element, 'lang') || attribute(element, 'xml:lang') || null
  },
  base: (element, facts) => {
    facts.base ??= attribute(element, 'href') || null
  },
  title: (element, facts) => {
    if (facts.title === '') facts.title = briefText(element)
  },
  h1: (element, facts) => push(facts.headings, briefText(element)),
  meta: (element, facts) => {
    const itemprop = attribute(element, 'itemprop')
    const name = attribute(element, 'property') || attribute(element, 'name') || (itemprop && `itemprop:${itemprop}`)
    addMeta(
      facts,
      name || attribute(element, 'http-equiv'),
      attribute(element, 'content') || attribute(element, 'value'),
    )
  },
  link: (element, facts) => {
    if (attribute(element, 'rel').toLowerCase() === 'canonical') facts.canonical ??= attribute(element, 'href') || null
  },
  time: (element, facts) => {
    const value = attribute(element, 'datetime') || briefText(element)
    if (value !== '') push(facts.times, { element, value })
  },
  a: (element, facts) => {
    const rel = attribute(element, 'rel').toLowerCase()
    // Most links say nothing of what they lead to.
    if (rel === '' || !/(?:^|\s)(?:tag|category tag)(?:\s|$)/.test(rel)) return
    const text = briefText(element)
    if (text !== '' && !/category/.test(rel)) push(facts.tagLinks, { href: attribute(element, 'href'), text })
  },
}

/** Its text up to a length no title, date or name has: a hostile page nests what is read, and fills it. */
function briefText(element: DomElement): string {
  const pieces = nodesWithin(element, nodesPerTextMax).map((node) => {
    if (isElement(node)) return node.name === 'br' ? ' ' : ''
    const isSilent = isElement(node.parent) && /^(?:script|style)$/.test(node.parent.name)
    return isText(node) && !isSilent ? node.data.slice(0, textNodeCharsMax) : ''
  })
  return collapse(pieces.join(''))
}

function addMeta(facts: PageFacts, name: string, content: string) {
  if (name === '' || content === '') return
  const key = name.toLowerCase()
  const values = facts.meta.get(key) ?? []
  push(values, content)
  facts.meta.set(key, values)
}

function push<T>(list: T[], item: T) {
  if (list.length < perKindMax) list.push(item)
}

/** The first value of the first name that has one. */
export function metaOf(facts: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const value = facts.meta.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

/** All a page declares as its description. */
export function descriptionsOf(facts: PageFacts): string[] {
  const declared = ['og:description', 'description', 'twitter:description'].map((name) => metaOf(facts, name))
  return [...declared, facts.data?.description ?? null].filter((text) => text !== null)
}
