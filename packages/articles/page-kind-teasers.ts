import type { Block } from './blocks.ts'
import { isProse } from './prose.ts'

/** A linked line that says less is a button. */
const headlineMassMin = 18
const headlineLinkShareMin = 0.8
/** A teaser is a paragraph or two under its headline, together no longer than this. */
const teaserLinesMax = 2
const teaserMassMax = 500

/** How much of a page looks like a list of other stories. */
export type Teasers = {
  /** Linked headlines to different addresses, on the whole page. */
  headlines: number
  /** Headlines that have a short text of their own under them, and nothing more, in what was taken for the article. */
  teasers: number
  /** Share of the supposed article, headlines aside, that consists of such texts. */
  share: number
}

/**
 * Tells a list of stories from an article by its rhythm: in a list a linked headline and a short text take turns, in an
 * article paragraphs follow paragraphs.
 *
 * @param blocks all blocks of the page
 * @param lines those of them that were taken for an article
 */
export function teasersOf(blocks: Block[], lines: Block[]): Teasers {
  const headlines = blocks.filter(isHeadline)
  const mass = massOfAll(lines.filter((line) => !isHeadline(line)))
  const runs = runsUnder(blocks, new Set(lines))
  const teasers = runs.filter((run) => run.length <= teaserLinesMax && massOfAll(run) <= teaserMassMax)
  return {
    headlines: new Set(headlines.map((block) => block.links[0]?.href)).size,
    teasers: teasers.length,
    share: mass === 0 ? 0 : massOfAll(teasers.flat()) / mass,
  }
}

/** The paragraphs that follow each linked headline up to the next one. */
function runsUnder(blocks: Block[], lines: Set<Block>): Block[][] {
  const runs: Block[][] = []
  let run: Block[] | null = null
  let last = ''
  for (const block of blocks) {
    const href = isHeadline(block) ? (block.links[0]?.href ?? '') : null
    if (href !== null && href !== last) {
      run = []
      runs.push(run)
      last = href
    } else if (run !== null && lines.has(block) && isProse(block)) {
      run.push(block)
    }
  }
  return runs.filter((paragraphs) => paragraphs.length > 0)
}

function isHeadline(block: Block): boolean {
  return block.linkMass >= headlineLinkShareMin * block.mass && block.mass >= headlineMassMin
}

function massOfAll(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + block.mass, 0)
}
