import { DecodingMode } from 'entities/decode'

import { signOf, type AttributeRange } from './nodes.ts'
import type { PageSource } from './page-source.ts'
import {
  bracket,
  dash,
  doubleQuote,
  endsName,
  equals,
  exclamation,
  greater,
  isLetter,
  isSpace,
  nul,
  question,
  singleQuote,
  slash,
  small,
} from './signs.ts'
import { hashNext, tagAt, tagNamed, type Tag } from './tags.ts'
import type { TreeBuilder } from './tree-builder.ts'

/** The page ended inside a tag, which is as though it were not there. */
const atEnd = -1

/**
 * Reads a page in one pass and tells a builder of its tags and texts. The places where a text is cut matter, for each
 * piece of blanks is judged by itself: at a `<` that begins no tag, and around a character reference.
 */
export class PageReader {
  readonly #html: string
  readonly #source: PageSource
  readonly #builder: TreeBuilder
  readonly #end: number
  /** The next `&` from where the last text began. */
  #reference = -2
  #closesItself = false
  readonly #attributes: AttributeRange = { from: 0, to: 0, signs: 0 }

  constructor(source: PageSource, builder: TreeBuilder) {
    this.#html = source.html
    this.#end = source.html.length
    this.#source = source
    this.#builder = builder
  }

  read() {
    const html = this.#html
    let from = 0
    let at = html.indexOf('<')
    while (at !== -1 && !this.#builder.isBeyondLimits) {
      if (at > from) this.#text(from, at)
      from = this.#markup(at)
      if (from === atEnd) return
      at = html.indexOf('<', from === at ? at + 1 : from)
    }
    if (from < this.#end) this.#text(from, this.#end)
  }

  /** @returns where the text after it begins: at its `<` if it is a part of that text */
  #markup(at: number): number {
    const code = this.#code(at + 1)
    if (isLetter(code)) return this.#opening(at + 1)
    if (code === slash) return this.#closing(at)
    if (code === exclamation) return this.#declaration(at + 2)
    if (code === question) return this.#directive('?', at + 2, at + 2)
    return at
  }

  /** The sign at a place, a NUL beyond the end: pages have none. */
  #code(at: number): number {
    return at < this.#end ? this.#html.charCodeAt(at) : nul
  }

  #opening(from: number): number {
    const html = this.#html
    let hash = 0
    let to = from
    let code = html.charCodeAt(to)
    do {
      hash = hashNext(hash, code >= 65 && code <= 90 ? code + small : code)
      code = this.#code(++to)
    } while (!endsName(code) && code !== nul)
    if (code === nul) return this.#unfinishedName(from)
    const tag = tagAt(html, from, to, hash)
    const attributes = this.#attributes
    attributes.from = this.#source.attributes
    attributes.signs = 0
    const end = this.#readAttributes(to)
    if (end === atEnd) return this.#closesItself ? this.#unfinishedTag(tag) : atEnd
    attributes.to = this.#source.attributes
    this.#builder.opens(tag, attributes, this.#closesItself)
    return tag.rawUntil === null || this.#closesItself ? end + 1 : this.#raw(tag.rawUntil, end + 1)
  }

  /** @returns where the tag ends; `closesItself` is right then */
  #readAttributes(from: number): number {
    let at = from
    for (;;) {
      let code = this.#code(at)
      while (isSpace(code)) code = this.#code(++at)
      this.#closesItself = code === slash
      if (code === slash) {
        code = this.#code(++at)
        while (isSpace(code)) code = this.#code(++at)
        if (code === slash) continue
      }
      if (code === greater) return at
      if (code === nul) return atEnd
      this.#closesItself = false
      at = this.#attribute(at)
      if (at === atEnd) return atEnd
    }
  }

  /** @returns where the next attribute may begin */
  #attribute(from: number): number {
    const html = this.#html
    const first = html.charCodeAt(from)
    let at = from + 1
    let code = this.#code(at)
    // Whatever its first sign is, it belongs to the name.
    while (code !== equals && code !== nul && !endsName(code)) code = this.#code(++at)
    const nameTo = at
    // A sign beyond ASCII may be small in it.
    this.#attributes.signs |= first > 127 ? -1 : signOf(nameTo - from, isLetter(first) ? first | small : first)
    while (isSpace(code)) code = this.#code(++at)
    if (code !== equals) {
      this.#source.add(from, nameTo, nameTo, nameTo)
      return at
    }
    code = this.#code(++at)
    while (isSpace(code)) code = this.#code(++at)
    if (code === doubleQuote || code === singleQuote) {
      const to = html.indexOf(code === doubleQuote ? '"' : "'", at + 1)
      if (to === -1) return atEnd
      this.#source.add(from, nameTo, at + 1, to)
      return to + 1
    }
    const valueFrom = at
    while (code !== greater && code !== nul && !isSpace(code)) code = this.#code(++at)
    this.#source.add(from, nameTo, valueFrom, at)
    return at
  }

  #closing(at: number): number {
    const html = this.#html
    let from = at + 2
    let code = this.#code(from)
    while (isSpace(code)) code = this.#code(++from)
    if (code === greater || code === nul) return at
    if (!isLetter(code)) return this.#skipped(from, from + 1)
    let hash = 0
    let to = from
    while (code !== greater && code !== nul && !isSpace(code)) {
      hash = hashNext(hash, code >= 65 && code <= 90 ? code + small : code)
      code = this.#code(++to)
    }
    if (code === nul) return atEnd
    this.#builder.closes(tagAt(html, from, to, hash))
    return this.#afterClosing(to)
  }

  #afterClosing(at: number): number {
    const end = this.#html.indexOf('>', at)
    return end === -1 ? this.#lastSign() : end + 1
  }

  #declaration(from: number): number {
    const html = this.#html
    const code = this.#code(from)
    if (code === dash && this.#code(from + 1) === dash) return this.#after('-->', from)
    if (code === bracket && html.startsWith('CDATA[', from + 1)) return this.#after(']]>', from + 7)
    // The parser whose trees these equal does not look at the one or two signs that decide what it is.
    if (code === bracket) return this.#directive('!', from, from + 1 + prefixLength('CDATA[', html, from + 1))
    return this.#directive('!', from, from + (code === dash ? 2 : 1))
  }

  #after(mark: string, from: number): number {
    const end = this.#html.indexOf(mark, from)
    return end === -1 ? atEnd : end + mark.length
  }

  /** @param look where its end is looked for from */
  #directive(mark: string, from: number, look: number): number {
    const end = this.#html.indexOf('>', look)
    if (end === -1) return this.#rest(from)
    const written = this.#source.slice(from, end)
    const nameTo = written.search(/[\s/]/)
    const name = nameTo === -1 ? written : written.slice(0, nameTo)
    this.#builder.directive(mark + name.toLowerCase(), mark + written)
    return end + 1
  }

  #skipped(from: number, look: number): number {
    const end = this.#html.indexOf('>', look)
    return end === -1 ? this.#rest(from) : end + 1
  }

  /** An element whose inside is text up to its closing tag. */
  #raw(name: string, from: number): number {
    const end = name === 'title' ? this.#title(from) : this.#rawEnd(name, from)
    const to = end === atEnd ? this.#end : end
    if (name !== 'title' && to > from) this.#builder.text(from, to)
    if (end === atEnd) return atEnd
    this.#builder.closes(tagNamed(name))
    return this.#afterClosing(end + 2 + name.length)
  }

  /** @returns where the closing tag begins */
  #rawEnd(name: string, from: number): number {
    const html = this.#html
    for (let at = html.indexOf('<', from); at !== -1; at = html.indexOf('<', at + 1))
      if (this.#code(at + 1) === slash && this.#isNamed(name, at + 2)) return at
    return atEnd
  }

  #isNamed(name: string, at: number): boolean {
    for (let letter = 0; letter < name.length; letter++)
      if ((this.#code(at + letter) | small) !== name.charCodeAt(letter)) return false
    const after = this.#code(at + name.length)
    return after === greater || isSpace(after)
  }

  /** The same where character references count; @returns where the closing tag begins */
  #title(from: number): number {
    const end = this.#rawEnd('title', from)
    this.#pieces(from, end === atEnd ? this.#end : end, true)
    return end
  }

  /** The parser whose trees these equal reads no reference right after what could have begun the closing tag. */
  #isHeld(at: number, from: number): boolean {
    const begin = this.#html.lastIndexOf('<', at)
    if (begin < from || at - begin >= '</title'.length) return false
    return '</title'.startsWith(this.#html.slice(begin, at).toLowerCase())
  }

  /** @returns the end: what is left is text, in one piece */
  #rest(from: number): number {
    if (from < this.#end) this.#builder.text(from, this.#end)
    return atEnd
  }

  /** The parser whose trees these equal takes the last sign for a text where a page ends after `/` or `</p `. */
  #lastSign(): number {
    return this.#rest(this.#end - 1)
  }

  #unfinishedTag(tag: Tag): number {
    this.#builder.endsBefore(tag)
    return this.#lastSign()
  }

  #text(from: number, to: number) {
    if (this.#reference < from) this.#reference = this.#nextReference(from)
    if (this.#reference >= to) this.#builder.text(from, to)
    else this.#pieces(from, to)
  }

  #pieces(from: number, to: number, inTitle = false) {
    let done = from
    for (let at = this.#nextReference(from); at < to; at = this.#nextReference(at)) {
      const length = inTitle && this.#isHeld(at, from) ? 0 : this.#source.entityAt(at, DecodingMode.Legacy)
      if (length === 0) {
        at++
        continue
      }
      if (at > done) this.#builder.text(done, at)
      for (const sign of this.#source.entity) this.#builder.reference(sign)
      at += length
      done = at
    }
    if (to > done) this.#builder.text(done, to)
  }

  #nextReference(from: number): number {
    const at = this.#html.indexOf('&', from)
    return at === -1 ? this.#end : at
  }

  /** A page that ends in the name of a tag: the beginning of a name that could be one of raw text stays as text. */
  #unfinishedName(from: number): number {
    const name = this.#html.slice(from, this.#end).toLowerCase()
    return rawBeginnings.some((whole) => whole.startsWith(name)) ? this.#rest(from) : atEnd
  }
}

const rawBeginnings = ['script', 'style', 'title', 'textarea', 'xmp', 'xitle', 'xextarea', 'tmp']

function prefixLength(whole: string, html: string, from: number): number {
  let length = 0
  while (length < whole.length && html.charCodeAt(from + length) === whole.charCodeAt(length)) length++
  return length
}
