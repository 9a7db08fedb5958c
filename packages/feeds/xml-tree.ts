import { Scope } from './namespaces.ts'
import { XmlElement } from './xml-element.ts'

const depthMax = 200
/** Elements and texts of one entry, and of everything around the entries; those beyond are not kept. */
const entryNodesMax = 20_000
const aroundNodesMax = 250_000

const structure = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf', 'outline', 'body', 'opml', 'head'])
const ownVocabulary = new Set(['', 'rdf'])
// Elements of an item that hold text alone: what opens inside one of them means that its end tag was forgotten.
const leaves = new Set(
  'title link guid id pubdate description category comments language ttl author published updated summary'.split(' '),
)
const noAttributes: ReadonlyMap<string, string> = new Map()
const documentName = { key: '#document', local: '#document', prefix: '#' }

export type TreeOptions = {
  /**
   * Local names, of RSS's and Atom's own vocabulary, of the elements that are entries; with the element they must lie
   * in, or null for any.
   */
  readonly entryNames: ReadonlyMap<string, string | null>
  /** Called with each entry when it is complete; entries lie in no other element's children. */
  readonly onEntry: (entry: XmlElement) => void
  /** Elements without an end tag. */
  readonly voids?: ReadonlySet<string>
}

type Open = { readonly element: XmlElement; readonly scope: Scope; readonly isEntry: boolean }

/** Builds a tree out of tags that may not match, and hands its entries on one by one. */
export class XmlTree {
  readonly document = new XmlElement('#document', documentName, noAttributes, null)
  readonly #options: TreeOptions
  readonly #open: Open[] = [{ element: this.document, scope: new Scope(), isEntry: false }]
  /** Where in the stack the open entry is; 0 for none. */
  #entryAt = 0
  #nodesInEntry = 0
  #nodesAround = 0

  constructor(options: TreeOptions) {
    this.#options = options
  }

  /** The name of the innermost open element, as written in lower case. */
  get innermost(): string {
    return this.#top.element.name
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#top
    const declared = attributes.size === 0 ? outer.scope : outer.scope.within(attributes)
    const scope = outer.element === this.document ? withRootAsOwn(name, declared) : declared
    const resolved = scope.resolve(name)
    const isEntry = ownVocabulary.has(resolved.prefix) && this.#beginsEntry(resolved.local)
    this.#implyEnds(resolved, isEntry)
    const parent = this.#top.element
    const element = new XmlElement(name.toLowerCase(), resolved, attributes, parent)
    if (!isEntry && this.#isRoom()) parent.children.push(element)
    // Deeper than anybody means, elements lie side by side: nothing is lost, and no stack grows.
    if (this.#open.length >= depthMax || this.#options.voids?.has(element.local) === true) return
    if (isEntry) {
      this.#entryAt = this.#open.length
      this.#nodesInEntry = 0
    }
    this.#open.push({ element, scope, isEntry })
  }

  text(text: string): void {
    const { children, local } = this.#top.element
    if (structure.has(local) && isBlank(text)) return
    const last = children.length - 1
    const before = children[last]
    if (typeof before === 'string') children[last] = before + text
    else if (this.#isRoom()) children.push(text)
  }

  close(name: string): void {
    const lower = name.toLowerCase()
    const local = lower.slice(lower.indexOf(':') + 1)
    for (let index = this.#open.length - 1; index > 0; index--) {
      const open = this.#open[index]
      if (open?.element.name === lower) return this.#closeTo(index)
      // An end tag in the HTML of one entry never ends another one's.
      if (open?.isEntry === true && !structure.has(local)) return
    }
  }

  /** Ends what is still open. */
  end(): void {
    this.#closeTo(1)
  }

  get #top(): Open {
    const top = this.#open.at(-1)
    if (top === undefined) throw new Error('the document itself was closed')
    return top
  }

  #beginsEntry(local: string): boolean {
    const holder = this.#options.entryNames.get(local)
    const { local: outer, prefix } = this.#top.element
    // An extension may have entries of its own.
    if (holder === null) return ownVocabulary.has(prefix) || prefix === '#'
    return holder !== undefined && holder === outer
  }

  #isRoom(): boolean {
    return this.#entryAt > 0 ? ++this.#nodesInEntry < entryNodesMax : ++this.#nodesAround < aroundNodesMax
  }

  #closeTo(length: number): void {
    if (this.#open.length <= length) return
    const entry = this.#entryAt >= length ? this.#open[this.#entryAt] : undefined
    this.#open.length = length
    if (entry === undefined || this.#entryAt === 0) return
    this.#entryAt = 0
    this.#options.onEntry(entry.element)
  }

  #implyEnds({ prefix, local }: { prefix: string; local: string }, isEntry: boolean): void {
    if (isEntry && this.#entryAt > 0) this.#closeTo(this.#entryAt)
    const { element } = this.#top
    if (!leaves.has(element.local) || !ownVocabulary.has(prefix) || prefix !== element.prefix) return
    const holder = element.parent?.local ?? ''
    const isLeaf = structure.has(holder) || holder === 'image'
    if (isLeaf && (leaves.has(local) || structure.has(local))) this.#closeTo(this.#open.length - 1)
  }
}

/** Whatever vocabulary the root of a feed claims to be of, it is the feed's own: `<x:rss>` is RSS. */
function withRootAsOwn(name: string, scope: Scope): Scope {
  const { prefix, local } = scope.resolve(name)
  if (!structure.has(local) || ownVocabulary.has(prefix)) return scope
  return scope.withOwn(name.slice(0, Math.max(0, name.indexOf(':'))).toLowerCase())
}

function isBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 && text.trim() === ''
}
