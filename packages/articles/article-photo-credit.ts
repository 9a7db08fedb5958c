import type { Block } from './blocks.ts'
import { cueOf } from './cue-of.ts'
import { attribute, isElement, type DomElement, type DomParent } from './dom.ts'
import { isNewsAgency } from './news-agencies.ts'

/** A credit is a name or two. */
const creditCharsMax = 90
/** A longer caption is an article, or an attack. */
const captionCharsMax = 2000
/** Pictures stand a little before the text as well. */
const linesBefore = 30

/** «Photo: A. Name», «(تصوير: فلان)»: what a caption says of who took the picture, in it or at its end. */
const labelled =
  /(?:^|[\s([.|،])(?:photo(?:graph|graphy|s)?(?: credit)?|picture|image(?: credit| source)?|crédits?(?: photo)?|foto|bild|fotoğraf|عکس|تصوير|عدسة|مصدر الصورة|الصورة)\s*(?:(?::|：|\bby\b)\s*|\/\s?)(.{2,90})$/iu
const bracketed = /[([]([^()[\]]{2,60})[)\]][\s.]*$/u
const copyright = /(?:©|\(c\)|&copy;)\s*(?:\d{4}\s*)?(.{2,90})$/iu
const bank =
  /getty|غيتي|shutterstock|شاترستوك|istock|alamy|\bepa\b|reuters|رويترز|\bafp\b|أ ?ف ?ب|associated press|\bap photo\b/iu
const prefix = /^[\s([]*(?:(?:image |photo )?(?:credits?|copyright)\b\s*:?|©)\s*/iu
const creditName = /(?:^|[\s_-])(?:photo-?|image-?|caption-?|media-?)?(?:credits?|copyright)(?=$|[\s_-])/i

const captionTags = new Set(['figcaption', 'figure', 'caption'])
const boundaries = new Set(['article', 'main', 'section', 'body'])
/** Whether an element is one or stands in one: lines lie side by side in the same boxes. */
type Captions = Map<DomElement, boolean>

/** Who took the picture of an article, as printed with it or on a line of its own; null where nobody is named. */
export function articlePhotoCredit(blocks: Block[], lines: Block[]): string | null {
  const first = lines[0]?.index ?? 0
  const last = lines.at(-1)?.index ?? 0
  const captions: Captions = new Map()
  for (const block of blocks.slice(Math.max(0, first - linesBefore), last + 3)) {
    const credit = tidy(creditIn(block, captions) ?? '')
    if (credit !== null) return credit
  }
  return null
}

function creditIn(block: Block, captions: Captions): string | null {
  if (block.text.length > captionCharsMax) return null
  const cue = cueOf(block)
  if (cue?.role === 'caption' && cue.rest !== '') return labelled.exec(block.text)?.[1] ?? null
  if (isNamedForCredit(block.element) && isCaption(block.element, captions))
    return labelled.exec(block.text)?.[1] ?? copyright.exec(block.text)?.[1] ?? block.text
  if (!isCaption(block.element, captions)) return null
  const inBrackets = bracketed.exec(block.text)?.[1] ?? ''
  return (
    labelled.exec(inBrackets)?.[1] ??
    (isNewsAgency(inBrackets) || bank.test(inBrackets) ? inBrackets : null) ??
    labelled.exec(block.text)?.[1] ??
    copyright.exec(block.text)?.[1] ??
    (block.element.name === 'figure' && bank.test(block.text) ? block.text : null)
  )
}

function isCaption(element: DomElement, known: Captions): boolean {
  let found = false
  let asked: DomParent | null = element
  for (; isElement(asked); asked = asked.parent) {
    const before = known.get(asked)
    found = before ?? isNamedForCaption(asked)
    if (before !== undefined || found || boundaries.has(asked.name)) break
  }
  for (let node: DomParent | null = element; isElement(node); node = node.parent) {
    known.set(node, found)
    if (node === asked) break
  }
  return found
}

function isNamedForCaption(element: DomElement): boolean {
  const layout = element.attr('class')
  return captionTags.has(element.name) || (layout !== undefined && /caption/i.test(layout))
}

function isNamedForCredit(element: DomElement): boolean {
  const itemprop = attribute(element, 'itemprop')
  const layout = element.attr('class')
  // Most lines have neither.
  if (itemprop === '' && (layout === undefined || layout === '')) return false
  return creditName.test(`${layout?.trim() ?? ''} ${itemprop}`)
}

function tidy(credit: string): string | null {
  const name = closed(credit.replace(prefix, '')).replace(/^[\s:：|([]+|[\s.،,|]+$/gu, '')
  return name === '' || name.length > creditCharsMax || !/\p{L}/u.test(name) ? null : name
}

/** A bracket that was opened before the credit ends it. */
function closed(credit: string): string {
  const close = credit.search(/[)\]]/)
  const open = credit.search(/[([]/)
  return close !== -1 && (open === -1 || close < open) ? credit.slice(0, close) : credit
}
