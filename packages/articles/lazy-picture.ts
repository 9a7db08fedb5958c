import { absoluteUrl } from './absolute-url.ts'
import { attribute, isElement, type DomElement, type DomNode, type DomParent } from './dom.ts'

/** Smaller pictures are icons, counters and tracking pixels. */
const picturePixelsMin = 60
/** Wide enough for any reader's column; printers' originals are not needed. */
const widthPixelsMax = 1_600
const candidatesMax = 8
/** With the blanks between them; a hostile `<picture>` has a hundred thousand pictures, and each of them looks here. */
const alternativeNodesMax = 3 * candidatesMax
const srcsetCharsMax = 20_000
/** Builders hide the fallback of a picture this far after it at most. */
const fallbackDistanceMax = 2

const lateSets = ['data-srcset', 'data-lazy-srcset', 'data-original-set']
const lateSources = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-image',
  'data-hi-res-src',
]

/**
 * The address of a picture, also one that is loaded late: what scripts would put there, the largest sensible candidate
 * of its `srcset`, its `src`, or the picture in the `<noscript>` after it. Null for icons and tracking pixels, which are
 * known by their size, and where there is no address of http or https.
 *
 * @param base the address that relative ones are resolved against
 */
export function pictureUrl(element: DomElement, base: string): string | null {
  if (isTiny(element)) return null
  for (const source of sourcesOf(element)) {
    const url = source === '' || source.startsWith('data:') ? null : absoluteUrl(source, base)
    if (url !== null) return url
  }
  const fallback = fallbackOf(element)
  return fallback === null ? null : pictureUrl(fallback, base)
}

function* sourcesOf(element: DomElement): Generator<string> {
  for (const name of lateSets) yield bestOf(attribute(element, name))
  for (const name of lateSources) yield attribute(element, name)
  yield bestOf(attribute(element, 'srcset'))
  for (const source of alternativesOf(element))
    yield bestOf(attribute(source, 'srcset') || attribute(source, 'data-srcset'))
  yield attribute(element, 'src')
}

/** The `<source>` elements of its `<picture>`. */
function alternativesOf(element: DomElement): DomElement[] {
  const { parent } = element
  if (!isElement(parent) || parent.name !== 'picture') return []
  return parent.children
    .slice(0, alternativeNodesMax)
    .filter(isElement)
    .filter(({ name }) => name === 'source')
    .slice(0, candidatesMax)
}

/** The widest of a set's candidates that is no wider than needed, or else the narrowest. Source: HTML, 4.8.4.3.6. */
function bestOf(srcset: string): string {
  if (srcset === '' || srcset.startsWith('data:')) return ''
  const candidates = candidatesOf(srcset)
  const sensible = candidates.filter(({ width }) => width <= widthPixelsMax).toSorted((a, b) => b.width - a.width)[0]
  return (sensible ?? candidates.toSorted((a, b) => a.width - b.width)[0])?.source ?? ''
}

function candidatesOf(srcset: string): { source: string; width: number }[] {
  const candidates: { source: string; width: number }[] = []
  for (const token of srcset.slice(0, srcsetCharsMax).split(/\s+/)) {
    const descriptor = /^(\d{1,6}(?:\.\d{1,6})?)([wx])(?:,|$)/.exec(token)
    const last = candidates.at(-1)
    if (descriptor !== null && last !== undefined) {
      last.width = Number(descriptor[1]) * (descriptor[2] === 'x' ? widthPixelsMax / 2 : 1)
    }
    // A comma right after the descriptor begins the next candidate, with or without a blank.
    const source = (descriptor === null ? token : token.slice(descriptor[0].length)).replace(/,$/, '')
    if (source !== '' && candidates.length < candidatesMax) candidates.push({ source, width: 0 })
  }
  return candidates
}

function isTiny(element: DomElement): boolean {
  const sizes = ['width', 'height'].map((name) => pixelsOf(element, name))
  return sizes.some((pixels) => pixels !== null && pixels < picturePixelsMin)
}

function pixelsOf(element: DomElement, name: string): number | null {
  const style = new RegExp(`(?:^|[;\\s])${name}\\s{0,9}:\\s{0,9}(\\d{1,6})(?:px|[;\\s]|$)`, 'i')
  const written =
    /^\d{1,6}(?=px$|$)/.exec(attribute(element, name))?.[0] ?? style.exec(attribute(element, 'style'))?.[1]
  return written === undefined ? null : Number(written)
}

function fallbackOf(element: DomElement): DomElement | null {
  if (isElement(element.parent) && element.parent.name === 'noscript') return null
  let next: DomNode | null = element.next
  for (let passed = 0; next !== null && passed < fallbackDistanceMax; next = next.next) {
    if (!isElement(next)) continue
    if (next.name === 'noscript') return firstPictureIn(next)
    passed++
  }
  return null
}

function firstPictureIn(noscript: DomParent): DomElement | null {
  const picture = noscript.children.find((child) => isElement(child) && child.name === 'img')
  return picture !== undefined && isElement(picture) ? picture : null
}
