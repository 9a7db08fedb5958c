import { load } from 'cheerio/slim'

import type { DomDocument } from './dom.ts'
import { limitDepth } from './limit-depth.ts'

/** Longer pages are cut here: the largest articles measured stay under a fifth of it. */
export const htmlCharsMax = 5_000_000
/** Elements open at once; real pages stay under a hundred, tag soup under three hundred. */
const depthMax = 400

/** A page as a tree, cut to a length and a depth every later step can afford. Never throws. */
export function parseHtml(html: string): DomDocument | null {
  const bounded = limitDepth(html.slice(0, htmlCharsMax).replaceAll('\0', '').toWellFormed(), depthMax)
  return load(bounded, { xml: { xmlMode: false, decodeEntities: true } }).root()[0] ?? null
}
