import { PermanentError } from '@rafid/errors'

import { decodeReferences } from './decode-references.ts'
import { checkDoctype } from './doctype.ts'
import { type XmlElement, XmlTree } from './xml-tree.ts'

const attributesMax = 200
const noAttributes: ReadonlyMap<string, string> = new Map()
const namePattern = /[\p{L}_:][\p{L}\p{M}\p{N}_:.-]{0,200}/uy
const attributePattern = /[\s"'/]*([^\s=<>"'/]{1,200})\s*(=\s*)?/y
const litterPattern = /[\s"'/=]*/y
const unquotedPattern = /[^\s>"'<]{0,8192}/y

/**
 * Reads XML, well-formed or not, into a tree. Nothing is fetched and no entity is expanded.
 *
 * What publishers get wrong is repaired the way a reader would: a stray `&` or `<` is text, a missing end tag is
 * implied by what follows it, a stray one is ignored, what was cut off ends where it ends, and control characters
 * vanish. The work is linear in the size of the text.
 *
 * @returns the document, whose children are the top-level elements
 * @throws PermanentError `xml.entities` for a document type that defines its own language
 */
export function readXml(text: string): XmlElement {
  const reader = new XmlReader(clean(text))
  return reader.read()
}

// Byte order marks in the middle come from files glued together; the others are not allowed in XML at all.
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is removed
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/g, '')
}

class XmlReader {
  readonly #text: string
  readonly #tree = new XmlTree()
  #at = 0
  #doctypes = 0
  /** Where a search for each closing token ended in vain, so that it is not repeated from every opening one. */
  readonly #absent = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  read(): XmlElement {
    while (this.#at < this.#text.length && !this.#tree.isFull) {
      const open = this.#text.indexOf('<', this.#at)
      this.#addText(this.#at, open < 0 ? this.#text.length : open)
      if (open < 0) break
      this.#at = open
      this.#readMarkup()
    }
    return this.#tree.document
  }

  #readMarkup(): void {
    const text = this.#text
    if (text.startsWith('<!--', this.#at)) this.#skipPast('-->', 4)
    else if (text.startsWith('<![CDATA[', this.#at)) this.#readCdata()
    else if (text.startsWith('<?', this.#at)) this.#skipPast('?>', 2)
    else if (/^<!doctype/i.test(text.slice(this.#at, this.#at + 9))) this.#readDoctype()
    else if (text.startsWith('<!', this.#at)) this.#skipPast('>', 2)
    else if (text.startsWith('</', this.#at)) this.#readEndTag()
    else this.#readStartTag()
  }

  #readCdata(): void {
    const from = this.#at + '<![CDATA['.length
    const end = this.#find(']]>', from)
    const stop = end < 0 ? this.#text.length : end
    this.#tree.text(this.#text.slice(from, stop))
    this.#at = end < 0 ? stop : stop + 3
  }

  #readDoctype(): void {
    if (++this.#doctypes > 1) throw new PermanentError('xml.entities', 'more than one document type')
    this.#at = checkDoctype(this.#text, this.#at)
  }

  #readEndTag(): void {
    const name = this.#match(namePattern, this.#at + 2)
    const end = this.#find('>', this.#at + 2)
    if (name === undefined || end < 0) {
      this.#at += 2
      return
    }
    this.#tree.close(name)
    this.#at = end + 1
  }

  #readStartTag(): void {
    const name = this.#match(namePattern, this.#at + 1)
    if (name === undefined) {
      this.#tree.text('<')
      this.#at++
      return
    }
    this.#at += 1 + name.length
    const attributes = this.#text[this.#at] === '>' ? noAttributes : this.#readAttributes()
    const empty = this.#text[this.#at - 1] === '/'
    if (this.#text[this.#at] === '>') this.#at++
    this.#tree.open(name, attributes)
    if (empty) this.#tree.close(name)
  }

  /** Leaves the position at the `>` that ends the tag, or at a `<` where it was forgotten. */
  #readAttributes(): Map<string, string> {
    const attributes = new Map<string, string>()
    for (;;) {
      attributePattern.lastIndex = this.#at
      const found = attributePattern.exec(this.#text)
      if (found === null) break
      this.#at = attributePattern.lastIndex
      const value = found[2] === undefined ? '' : this.#readValue()
      const name = found[1] ?? ''
      if (attributes.size < attributesMax && !attributes.has(name)) attributes.set(name, decodeReferences(value))
    }
    this.#at += this.#match(litterPattern, this.#at)?.length ?? 0
    return attributes
  }

  #readValue(): string {
    const quote = this.#text[this.#at]
    const end = quote === '"' || quote === "'" ? this.#find(quote, this.#at + 1) : -1
    const from = this.#at
    if (end < 0) {
      const value = this.#match(unquotedPattern, from) ?? ''
      this.#at += value.length
      return value
    }
    this.#at = end + 1
    return this.#text.slice(from + 1, end)
  }

  #addText(from: number, to: number): void {
    if (to > from) this.#tree.text(decodeReferences(this.#text.slice(from, to)))
  }

  #skipPast(token: string, opening: number): void {
    const end = this.#find(token, this.#at + opening)
    this.#at = end < 0 ? this.#text.length : end + token.length
  }

  #find(token: string, from: number): number {
    if (this.#absent.has(token)) return -1
    const at = this.#text.indexOf(token, from)
    if (at < 0) this.#absent.add(token)
    return at
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at
    return pattern.exec(this.#text)?.[0]
  }
}
