import { UsageError } from '../usage-error.ts'
import type { Page } from './corpus.ts'

/**
 * The pages a run is about: those of a split, and of these at most `pagesMax`, taken from every set alike.
 *
 * @throws UsageError when no page is of this split
 */
export function choosePages(pages: readonly Page[], split: string | null, pagesMax: number): Page[] {
  const ofSplit = pages.filter((page) => split === null || page.split === split)
  if (ofSplit.length === 0) throw new UsageError(`no page is of the split ${split}; there are: ${splitsOf(pages)}`)
  const kept = new Set(acrossSets(ofSplit).slice(0, pagesMax))
  return ofSplit.filter((page) => kept.has(page))
}

/** The first page of every set, then the second of every set, and so on. */
function acrossSets(pages: readonly Page[]): Page[] {
  const taken = new Map<string, number>()
  const ranked = pages.map((page) => {
    const rank = taken.get(page.set) ?? 0
    taken.set(page.set, rank + 1)
    return { page, rank }
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ page }) => page)
}

function splitsOf(pages: readonly Page[]): string {
  return [...new Set(pages.map((page) => page.split ?? '(none)'))].join(', ') || '(no pages at all)'
}
