import { characterOf, decodeReferences } from './decode-references.ts'
import { readDoctype } from './doctype.ts'
import { feedLimits } from './feed-limits.ts'
import { isNameStart, TagReader } from './tag-reader.ts'
import { type TreeOptions, XmlTree } from './xml-tree.ts'
import type { XmlElement } from './xml-element.ts'

// oxlint-disable-next-line no-control-regex -- they are what is removed
const litter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufeff\ufffe\uffff]/g

const greaterThan = 62
const slash = 47

export type ReadOptions = TreeOptions & {
  /** Elements whose content is text up to their end tag, whatever it looks like. */
  readonly rawText?: ReadonlySet<string>
}

/**
 * Reads XML, well-formed or not, into a tree, entry by entry. Nothing is fetched, and no entity but short ones of text
 * is expanded.
 *
 * What publishers get wrong is repaired the way a reader would: a stray `&` or `<` is text, a missing end tag is
 * implied by what follows it, a stray one is ignored, what was cut off ends where it ends, and control characters
 * vanish. The work is linear in the size of the text.
 *
 * @returns the document, whose children are the top-level elements; entries were handed to `onEntry`
 * @throws PermanentError `xml.entities` for a document type that defines its own language
 */
export function readXml(text: string, options: ReadOptions): XmlElement {
  return new XmlReader(text, options).read()
}

/** Controls beyond ASCII are windows-1252 that somebody took for Latin 1; the others mean nothing. */
function meantBy(control: string): string {
  const code = control.charCodeAt(0)
  return code >= 0x80 && code <= 0x9f ? characterOf(code) : ''
}

class XmlReader {
  readonly #text: string
  readonly #tree: XmlTree
  readonly #tags: TagReader
  readonly #rawText: ReadonlySet<string> | undefined
  #entities: ReadonlyMap<string, string> | undefined
  #at = 0
  #doctypes = 0

  constructor(text: string, options: ReadOptions) {
    // Byte order marks in the middle come from files glued together; the others are not allowed in XML at all.
    this.#text = text.search(litter) < 0 ? text : text.replaceAll(litter, meantBy)
    this.#tree = new XmlTree(options)
    this.#tags = new TagReader(this.#text)
    this.#rawText = options.rawText
  }

  read(): XmlElement {
    const text = this.#text
    while (this.#at < text.length) {
      const open = text.indexOf('<', this.#at)
      this.#addText(this.#at, open < 0 ? text.length : open)
      if (open < 0) break
      this.#at = open
      this.#readMarkup()
    }
    this.#tree.end()
    return this.#tree.document
  }

  #readMarkup(): void {
    const text = this.#text
    const next = text.charCodeAt(this.#at + 1)
    if (next === slash) this.#readEndTag()
    else if (isNameStart(next)) this.#readStartTag()
    else if (next === 33) this.#readDeclaration()
    else if (next === 63) this.#skipPast('?>', 2)
    else {
      this.#tree.text('<')
      this.#at++
    }
  }

  #readDeclaration(): void {
    const text = this.#text
    if (text.startsWith('<![CDATA[', this.#at)) this.#readCdata()
    else if (text.startsWith('<!--', this.#at)) this.#skipPast('-->', 4)
    else if (/^<!doctype/i.test(text.slice(this.#at, this.#at + 9))) {
      const { end, entities } = readDoctype(text, this.#at, this.#doctypes++)
      this.#entities = entities
      this.#at = end
    } else this.#skipPast('>', 2)
  }

  #readCdata(): void {
    const from = this.#at + '<![CDATA['.length
    const end = this.#tags.find(']]>', from)
    if (end >= 0) {
      this.#tree.text(this.#text.slice(from, end))
      this.#at = end + 3
      return
    }
    // Somebody forgot to end it: the end of its element does.
    const stop = this.#tags.find(`</${this.#tree.innermost}`, from)
    this.#at = stop < 0 ? this.#text.length : stop
    this.#tree.text(this.#text.slice(from, this.#at))
  }

  #readEndTag(): void {
    const from = this.#at + 2
    const name = this.#tags.name(from)
    const nameEnd = this.#tags.at
    const end = this.#tags.find('>', nameEnd)
    if (name === '' || end < 0) {
      this.#at = from
      return
    }
    this.#tree.close(name)
    // Where the end was forgotten, the next tag is not part of this one.
    const next = this.#text.indexOf('<', nameEnd)
    this.#at = next >= 0 && next < end ? next : end + 1
  }

  #readStartTag(): void {
    const text = this.#text
    const name = this.#tags.name(this.#at + 1)
    const attributes = this.#tags.attributes(this.#entities)
    this.#at = this.#tags.at
    const isEmpty = text.charCodeAt(this.#at - 1) === slash
    if (text.charCodeAt(this.#at) === greaterThan) this.#at++
    this.#tree.open(name, attributes)
    if (isEmpty) this.#tree.close(name)
    else if (this.#rawText?.has(name.toLowerCase()) === true) this.#readRawText(name)
  }

  #readRawText(name: string): void {
    const end = this.#tags.find(`</${name}`, this.#at)
    const stop = end < 0 ? this.#text.length : end
    this.#tree.text(this.#text.slice(this.#at, stop))
    this.#at = stop
  }

  #addText(from: number, to: number): void {
    if (to === from) return
    const text = this.#text.slice(from, Math.min(to, from + feedLimits.textCharsMax))
    this.#tree.text(decodeReferences(text, this.#entities))
  }

  #skipPast(token: string, opening: number): void {
    const end = this.#tags.find(token, this.#at + opening)
    this.#at = end < 0 ? this.#text.length : end + token.length
  }
}
