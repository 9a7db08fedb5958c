import { Parser } from 'htmlparser2'

import type { DomDocument } from './dom.ts'
import { BeyondLimits, LeanHandler } from './lean-handler.ts'
import { limitDepth, type TreeLimits } from './limit-depth.ts'

/** Longer pages are cut here: the largest articles measured stay under a fifth of it. */
export const htmlCharsMax = 5_000_000
/**
 * The deepest of two thousand real pages has 56 elements open at once, tag soup included; the largest has 10,000
 * elements, whose depths add up to 140,000.
 */
const treeLimits = { depthMax: 150, tagsMax: 120_000, depthSumMax: 2_000_000 }

/** A page as a tree, cut to a size that every later step can afford. Never throws. */
export function parseHtml(html: string): DomDocument {
  const cut = html.slice(0, htmlCharsMax).replaceAll('\0', '').toWellFormed()
  const tree = mayHold(cut, treeLimits.tagsMax) ? treeWithin(treeLimits, cut) : null
  return tree ?? treeOf(limitDepth(cut, treeLimits), null)
}

/** Whether a page has no more than so many tags: half a tree that is thrown away takes as much memory as one in use. */
function mayHold(html: string, tagsMax: number): boolean {
  let signs = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) signs++
  return signs <= 2 * tagsMax
}

/** @returns null when the page is beyond the limits */
function treeWithin(limits: TreeLimits, html: string): DomDocument | null {
  try {
    return treeOf(html, limits)
  } catch (error) {
    if (error instanceof BeyondLimits) return null
    throw error
  }
}

/** @throws BeyondLimits when there are limits and the page is beyond them */
function treeOf(html: string, limits: TreeLimits | null): DomDocument {
  const handler = new LeanHandler(limits)
  new Parser(handler, { xmlMode: false, decodeEntities: true }).end(html)
  return handler.root
}
