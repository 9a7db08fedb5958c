import { resolveName, type Scope, scopeWithin } from './namespaces.ts'

const depthMax = 200
const nodesMax = 250_000

export type XmlElement = {
  /** As written, in lower case. */
  name: string
  /** The prefix we know its vocabulary by, '' for RSS's own. */
  prefix: string
  local: string
  attributes: ReadonlyMap<string, string>
  children: (XmlElement | string)[]
  parent: XmlElement | null
}

const entries = new Set(['item', 'entry'])
const structure = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf', 'outline', 'body', 'opml'])
const ownVocabulary = new Set(['', 'atom', 'rdf'])
// Elements of an item that hold text alone: what opens inside one of them means that its end tag was forgotten.
const leaves = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'description',
  'category',
  'comments',
  'language',
  'ttl',
])

/** Builds a tree out of tags that may not match. */
export class XmlTree {
  readonly document: XmlElement = {
    name: '#document',
    prefix: '',
    local: '#document',
    attributes: new Map(),
    children: [],
    parent: null,
  }
  readonly #open: { element: XmlElement; scope: Scope }[] = [{ element: this.document, scope: new Map() }]
  #nodes = 0

  /** True when a document has had all the nodes it gets; what was read so far stands. */
  get isFull(): boolean {
    return this.#nodes >= nodesMax
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#nodes++
    const declared = scopeWithin(this.#top.scope, attributes)
    const scope = this.#top.element === this.document ? withRootAsOwn(name, declared) : declared
    const { prefix, local } = resolveName(name, scope)
    this.#implyEnds(prefix, local)
    const parent = this.#top.element
    const element: XmlElement = { name: name.toLowerCase(), prefix, local, attributes, children: [], parent }
    parent.children.push(element)
    // Deeper than anybody means, elements lie side by side: nothing is lost, and no stack grows.
    if (this.#open.length < depthMax) this.#open.push({ element, scope })
  }

  text(text: string): void {
    const { element } = this.#top
    if (structure.has(element.local) && text.trim() === '') return
    this.#nodes++
    element.children.push(text)
  }

  close(name: string): void {
    const lower = name.toLowerCase()
    const local = lower.slice(lower.indexOf(':') + 1)
    for (let index = this.#open.length - 1; index > 0; index--) {
      const element = this.#open[index]?.element
      if (element?.name === lower) {
        this.#open.length = index
        return
      }
      // An end tag in the HTML of one entry never ends another one's.
      if (element !== undefined && isEntry(element) && !structure.has(local)) return
    }
  }

  get #top(): { element: XmlElement; scope: Scope } {
    return this.#open.at(-1) ?? { element: this.document, scope: new Map() }
  }

  #implyEnds(prefix: string, local: string): void {
    if (entries.has(local) && ownVocabulary.has(prefix)) {
      const open = this.#open.findIndex(({ element }) => isEntry(element))
      if (open > 0) this.#open.length = open
    }
    const { element } = this.#top
    const holder = element.parent?.local ?? ''
    const isLeaf = leaves.has(element.local) && (structure.has(holder) || holder === 'image')
    if (
      isLeaf &&
      (leaves.has(local) || structure.has(local)) &&
      ownVocabulary.has(prefix) &&
      prefix === element.prefix
    ) {
      this.#open.pop()
    }
  }
}

/** Whatever vocabulary the root of a feed claims to be of, it is the feed's own: `<x:rss>` is RSS. */
function withRootAsOwn(name: string, scope: Scope): Scope {
  const { prefix, local } = resolveName(name, scope)
  if (!structure.has(local) || ownVocabulary.has(prefix)) return scope
  const written = name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase()
  return new Map(scope).set(written, '')
}

function isEntry(element: XmlElement): boolean {
  return entries.has(element.local) && ownVocabulary.has(element.prefix)
}
