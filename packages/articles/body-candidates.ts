import { outlineOf } from './blocks.ts'
import { cleanHtml, paragraphsHtml } from './clean-html.ts'
import type { ArticleHints } from './extracted-article.ts'
import { mainText, textOfLines, type MainText } from './main-text.ts'
import { massOf } from './mass.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { parseHtml } from '@rafid/html'
import { collapse, textOf } from './dom.ts'

/** One way to read an article's text, and how far it can be believed. */
type Body = { text: string; html: string; confidence: number; textFrom: TextOrigin }

/** Where a text was read. */
export type TextOrigin = 'page' | 'json-ld' | 'feed' | 'description'

/** A longer text from elsewhere wins only if it has this much more: pages know their articles better than their metadata. */
const longerFactor = 1.6
/** An article worth the name; shorter texts are looked for elsewhere too. */
const articleMass = 900
/** Below this trust in the names around it, text is most likely something else. */
const trustMin = 0.2
const descriptionConfidenceMax = 0.25
const feedConfidence = 0.6
const dataConfidence = 0.65

/** The best of what the page shows, what it declares in JSON-LD, what the feed carried, and, last, descriptions. */
export function bestBody(page: MainText, facts: PageFacts, hints: ArticleHints, base: string): Body {
  const shown = fromPage(page, facts, base)
  const data = fromData(facts)
  const feed = fromHtml(hints.contentHtml, base, feedConfidence)
  const full = [data, feed].reduce(
    (best, one) => (newMass(one.text) > longerFactor * massOf(best.text) ? one : best),
    shown,
  )
  if (full.text !== '') return full
  const described = [fromHtml(hints.summaryHtml, base, descriptionConfidenceMax), fromDescription(facts)]
  return described.find((one) => one.text !== '') ?? full
}

/** How much a text says, sentences that come again aside: some pages declare their text twice. */
function newMass(text: string): number {
  return [...new Set(text.split(/(?<=[.!?؟。])\s+|\n+/))].reduce((sum, sentence) => sum + massOf(sentence), 0)
}

function fromPage(page: MainText, facts: PageFacts, base: string): Body {
  const text = textOfLines(page.lines)
  const html = cleanHtml(page.lines, page.pictures, base)
  return { text, html, confidence: text === '' ? 0 : confidenceOf(massOf(text), page, facts), textFrom: 'page' }
}

function confidenceOf(mass: number, page: MainText, facts: PageFacts): number {
  const length = Math.min(1, mass / articleMass)
  const marks = [metaOf(facts, 'og:type') === 'article', facts.data?.headline, facts.headings.length === 1].filter(
    Boolean,
  ).length
  const score = 0.15 + 0.35 * length + 0.35 * Math.min(1, page.share) + 0.05 * marks
  // Text that only cookie walls, footers and the like hold is hardly an article.
  return Math.round(100 * score * (page.trust < trustMin ? 0.3 : 1)) / 100
}

function fromData(facts: PageFacts): Body {
  const text = facts.data?.body ?? ''
  return {
    text,
    html: paragraphsHtml(text === '' ? [] : text.split('\n\n')),
    confidence: text === '' ? 0 : dataConfidence,
    textFrom: 'json-ld',
  }
}

function fromDescription(facts: PageFacts): Body {
  const text = collapse(
    facts.data?.description ?? metaOf(facts, 'og:description', 'description', 'twitter:description') ?? '',
  )
  return {
    text,
    html: paragraphsHtml(text === '' ? [] : [text]),
    confidence: text === '' ? 0 : descriptionConfidenceMax,
    textFrom: 'description',
  }
}

function fromHtml(html: string | undefined, base: string, confidence: number): Body {
  const textFrom = 'feed'
  if (html === undefined) return { text: '', html: '', confidence: 0, textFrom }
  const root = parseHtml(html)
  const { lines, pictures } = mainText(root, outlineOf(root), { titles: [], descriptions: [], body: null })
  if (lines.length > 0)
    return { text: textOfLines(lines), html: cleanHtml(lines, pictures, base), confidence, textFrom }
  const text = textOf(root)
  return {
    text,
    html: paragraphsHtml(text === '' ? [] : [text]),
    confidence: text === '' ? 0 : confidence / 2,
    textFrom,
  }
}
