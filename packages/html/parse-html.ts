import { limitDepth, type TreeLimits } from './limit-depth.ts'
import { HtmlDocument } from './nodes.ts'
import { PageReader } from './page-reader.ts'
import { PageSource } from './page-source.ts'
import { TreeBuilder } from './tree-builder.ts'

/** Longer pages are cut here: the largest articles measured stay under a fifth of it. */
export const htmlCharsMax = 5_000_000
/**
 * The deepest of two thousand real pages has 56 elements open at once, tag soup included; the largest has 10,000
 * elements, whose depths add up to 140,000.
 */
const treeLimits = { depthMax: 150, tagsMax: 120_000, depthSumMax: 2_000_000 }

/** A page as a tree, cut to a size that every later step can afford. Never throws. Linear time. */
export function parseHtml(html: string): HtmlDocument {
  const cut = html.slice(0, htmlCharsMax).replaceAll('\0', '')
  const tree = mayHold(cut, treeLimits.tagsMax) ? treeOf(cut, treeLimits) : null
  return tree ?? treeOf(limitDepth(cut, treeLimits), null) ?? new HtmlDocument()
}

/** Whether a page has no more than so many tags: half a tree that is thrown away takes as much memory as one in use. */
function mayHold(html: string, tagsMax: number): boolean {
  if (html.length <= 2 * tagsMax) return true
  return signsIn(html) <= 2 * tagsMax
}

function signsIn(html: string): number {
  let signs = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) signs++
  return signs
}

/** @returns null when there are limits and the page is beyond them */
function treeOf(html: string, limits: TreeLimits | null): HtmlDocument | null {
  const source = new PageSource(html)
  const builder = new TreeBuilder(source, limits)
  new PageReader(source, builder).read()
  return builder.isBeyondLimits ? null : builder.root
}
