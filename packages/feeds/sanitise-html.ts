import {
  allowedAttributes,
  allowedElements,
  droppedElements,
  endlessElements,
  impliedEnds,
  urlAttributes,
  voidElements,
} from './allowed-html.ts'
import { safeStyle } from './safe-style.ts'
import { resolveUrl } from './resolve-url.ts'
import { isNameStart, TagReader } from './tag-reader.ts'

/** Elements that nest deeper are left out; what is in them stays. */
const depthMax = 100
/** How far an end tag looks for its beginning, so that stray ones cost nothing. */
const lookBackMax = 50
const pictureSetMax = 50
const slash = 47

/**
 * What of HTML may be shown: allow-listed elements and attributes, every tag written anew and closed, URLs absolute and
 * of the web, text as it stands. Nothing of scripts, styles and forms stays. Never throws; linear in the length of the
 * text; what it returns it returns unchanged when given again.
 *
 * @param html as somebody wrote it, perhaps cut off
 * @param base absolute URL from which relative ones start
 */
export function sanitiseHtml(html: string, base: string): string {
  return html.includes('<') ? new Sanitiser(html, base).run() : html
}

class Sanitiser {
  readonly #html: string
  readonly #base: string
  readonly #tags: TagReader
  readonly #open: string[] = []
  #written = ''
  #at = 0

  constructor(html: string, base: string) {
    this.#html = html
    this.#base = base
    this.#tags = new TagReader(html)
  }

  run(): string {
    const html = this.#html
    while (this.#at < html.length) {
      const open = html.indexOf('<', this.#at)
      const end = open < 0 ? html.length : open
      if (end > this.#at) this.#written += html.slice(this.#at, end)
      if (open < 0) break
      this.#at = open
      this.#markup(html.charCodeAt(open + 1))
    }
    this.#closeTo(0)
    return this.#written
  }

  #markup(next: number): void {
    if (next === slash) this.#endTag()
    else if (isNameStart(next)) this.#startTag()
    else if (next === 33 || next === 63) this.#comment()
    else {
      this.#written += '&lt;'
      this.#at++
    }
  }

  /** Comments end where browsers end them; a section of CDATA is what it holds. */
  #comment(): void {
    if (this.#html.startsWith('<![CDATA[', this.#at)) {
      this.#at += 9
      return
    }
    const isComment = this.#html.startsWith('<!--', this.#at)
    const token = isComment ? '-->' : '>'
    // `<!-->` is a whole comment.
    const end = this.#tags.find(token, this.#at + 2)
    if (end >= 0) this.#at = end + token.length
    else if (isComment) this.#at = this.#html.length
    else {
      this.#written += '&lt;'
      this.#at++
    }
  }

  #endTag(): void {
    const name = localName(this.#tags.name(this.#at + 2))
    const end = this.#tags.find('>', this.#tags.at)
    this.#at = end < 0 ? this.#html.length : end + 1
    const from = Math.max(0, this.#open.length - lookBackMax)
    const index = this.#open.lastIndexOf(name)
    if (index >= from) this.#closeTo(index)
  }

  #startTag(): void {
    const written = this.#tags.name(this.#at + 1)
    const name = localName(written)
    const attributes = this.#tags.attributes()
    this.#at = this.#tags.at
    if (this.#html.charCodeAt(this.#at) === 62) this.#at++
    if (droppedElements.has(name)) this.#skipContent(written, name)
    else if (allowedElements.has(name)) this.#write(name, attributes)
  }

  #write(name: string, attributes: ReadonlyMap<string, string>): void {
    const ended = impliedEnds.get(name)
    while (ended?.has(this.#open.at(-1) ?? '') === true) this.#closeTo(this.#open.length - 1)
    const isVoid = voidElements.has(name)
    if (!isVoid && this.#open.length >= depthMax) return
    let tag = `<${name}`
    for (const [key, value] of attributes) {
      const kept = this.#attribute(key, value)
      if (kept !== null) tag += ` ${key}="${escapeAttribute(kept)}"`
    }
    this.#written += `${tag}>`
    if (!isVoid) this.#open.push(name)
  }

  #attribute(key: string, value: string): string | null {
    if (urlAttributes.has(key)) return value.startsWith('#') ? value : resolveUrl(value, this.#base)
    if (key === 'srcset') return this.#pictureSet(value)
    if (key === 'style') return safeStyle(value)
    return allowedAttributes.has(key) ? value : null
  }

  #pictureSet(value: string): string | null {
    const kept = value.split(/,\s+/, pictureSetMax).flatMap((candidate) => {
      const [reference, ...descriptors] = candidate.trim().slice(0, 4_000).split(/\s+/, 3)
      const url = resolveUrl(reference, this.#base)
      return url === null || url.includes(',') ? [] : [[url, ...descriptors].join(' ')]
    })
    return kept.length === 0 ? null : kept.join(', ')
  }

  #skipContent(written: string, name: string): void {
    if (this.#html.charCodeAt(this.#at - 2) === slash && (name === 'svg' || name === 'math')) return
    const end = this.#tags.find(`</${written}`, this.#at)
    if (end < 0) this.#at = endlessElements.has(name) ? this.#html.length : this.#at
    else {
      const close = this.#tags.find('>', end)
      this.#at = close < 0 ? this.#html.length : close + 1
    }
  }

  #closeTo(depth: number): void {
    while (this.#open.length > depth) this.#written += `</${this.#open.pop()}>`
  }
}

/** Word processors write `o:p`, and XHTML may have any prefix. */
function localName(name: string): string {
  const lower = name.toLowerCase()
  return lower.startsWith('xhtml:') || lower.startsWith('html:') ? lower.slice(lower.indexOf(':') + 1) : lower
}

function escapeAttribute(value: string): string {
  if (!/[&<>"]/.test(value)) return value
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
