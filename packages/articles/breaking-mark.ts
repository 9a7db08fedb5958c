import { normaliseText } from '@rafid/text'

import type { Block } from './blocks.ts'
import { isWithin } from './dom.ts'
import { normalLine } from './normal-line.ts'

/** The mark stands on the headline's own line or on the one above. */
const words =
  'عاجل|خبر عاجل|عاجل جدا|breaking|breaking news|just in|urgent|dernière minute|son dakika|فوری|eilmeldung|última hora|срочно'
/** The headline is looked for on so many lines before the text. */
const linesBefore = 60
const mark = new RegExp(`^[\\s•*#|[(«"]*(?:${alternatives(words)})[\\s»")\\]]*(?:[:：|!•]|\\.{2,}|…|[-–—]|$)`, 'u')

/**
 * Whether a page marks its article as breaking news: «عاجل:» or "BREAKING" opens a title or the first line, or stands
 * alone on the line above the headline. A ticker that begins with the word speaks of other stories.
 *
 * @param titles what the page and the feed give as its title
 * @param lines the article's own
 */
export function isBreaking(titles: string[], blocks: Block[], lines: Block[]): boolean {
  if ([...titles, lines[0]?.text ?? ''].some((text) => isMarked(text))) return true
  const known = new Set(titles.map(normaliseText).filter((title) => title !== ''))
  const first = lines[0]?.index ?? 0
  return blocks
    .slice(Math.max(0, first - linesBefore), first)
    .some((block) => isMarkOver(blocks[block.index - 1], block) && known.has(normalLine(block)))
}

/** The mark shares a box with the headline; that of a ticker is beside it. */
function isMarkOver(above: Block | undefined, headline: Block): boolean {
  const box = headline.element.parent
  return above !== undefined && box !== null && isWithin(above.element, box) && isMark(normalLine(above))
}

function isMarked(text: string): boolean {
  const start = normaliseText(text.slice(0, 40))
  return mark.test(start) && !isMark(start)
}

function isMark(line: string): boolean {
  return line.length <= 20 && mark.exec(line)?.[0].length === line.length
}

function alternatives(list: string): string {
  return list
    .split('|')
    .map(normaliseText)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
}
