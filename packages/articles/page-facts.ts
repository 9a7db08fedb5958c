import { attribute, isElement, textOf, walk, type DomElement, type DomParent } from './dom.ts'
import { articleData, type ArticleData } from './json-ld.ts'

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
  bylines: string[]
  data: ArticleData | null
}

/** Pages with more of anything than this are not read further. */
const perKindMax = 200
const bylineCharsMax = 200
const bylineName =
  /(?:^|[\s_-])(?:author|authors|byline|by-line|writer|reporter|author-name|authorname|article-author|post-author|entry-author)(?:$|[\s_-])/i

/** Collects metadata in one walk over the page. */
export function pageFacts(root: DomParent): PageFacts {
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
    data: null,
  }
  walk(root, {
    enter: (node) => {
      if (!isElement(node)) return false
      if (node.name === 'script' && /ld\+json/i.test(attribute(node, 'type'))) push(scripts, node)
      if (node.name === 'svg') return true
      readElement(node, facts)
      return false
    },
  })
  facts.data = articleData(scripts)
  return facts
}

function readElement(element: DomElement, facts: PageFacts) {
  const reader = readers[element.name]
  if (reader !== undefined) reader(element, facts)
  const itemprop = attribute(element, 'itemprop').toLowerCase()
  if (/^date(?:published|modified|created)$/.test(itemprop) && element.name !== 'meta' && element.name !== 'time') {
    addMeta(
      facts,
      `itemprop:${itemprop}`,
      attribute(element, 'content') || attribute(element, 'datetime') || textOf(element),
    )
  }
  if (isByline(element, itemprop)) {
    const text = textOf(element)
    if (text !== '' && text.length <= bylineCharsMax) push(facts.bylines, text)
  }
}

function isByline(element: DomElement, itemprop: string): boolean {
  if (itemprop === 'author' || attribute(element, 'rel') === 'author') return true
  return bylineName.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
}

const readers: Record<string, (element: DomElement, facts: PageFacts) => void> = {
  html: (element, facts) => {
    facts.lang ??= attribute(element, 'lang') || attribute(element, 'xml:lang') || null
  },
  base: (element, facts) => {
    facts.base ??= attribute(element, 'href') || null
  },
  title: (element, facts) => {
    if (facts.title === '') facts.title = textOf(element)
  },
  h1: (element, facts) => push(facts.headings, textOf(element)),
  meta: (element, facts) => {
    const itemprop = attribute(element, 'itemprop')
    const name = attribute(element, 'property') || attribute(element, 'name') || (itemprop && `itemprop:${itemprop}`)
    addMeta(facts, name || attribute(element, 'http-equiv'), attribute(element, 'content'))
  },
  link: (element, facts) => {
    if (attribute(element, 'rel').toLowerCase() === 'canonical') facts.canonical ??= attribute(element, 'href') || null
  },
  time: (element, facts) => {
    const value = attribute(element, 'datetime') || textOf(element)
    if (value !== '') push(facts.times, { element, value })
  },
  a: (element, facts) => {
    const rel = attribute(element, 'rel').toLowerCase()
    if (!/(?:^|\s)(?:tag|category tag)(?:\s|$)/.test(rel)) return
    const text = textOf(element)
    if (text !== '' && !/category/.test(rel)) push(facts.tagLinks, { href: attribute(element, 'href'), text })
  },
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
