import { normaliseText, words } from '@rafid/text'

import type { Block } from './blocks.ts'
import { collapse } from './dom.ts'
import { metaOf, type PageFacts } from './page-facts.ts'

/** Longer headlines are paragraphs in disguise, or hostile. */
const titleCharsMax = 512
/** A site's name after a separator is short. */
const siteWordsMax = 6
/** A heading that shares this part of its words with another witness is the title. */
const agreementMin = 0.6
/** The only heading of a page needs less: witnesses are often reworded for search engines. */
const soleAgreementMin = 0.25
/** Lines before the article's first are searched for the title as printed. */
const linesBefore = 30
const separators = /\s+[-–—|·•»:]{1,2}\s+|\s*[|»]\s*/g

/**
 * The headline, by vote of what the page offers: the h1, og:title, JSON-LD and `<title>` without the site's name. A
 * heading wins when another witness agrees with it, for its spelling is the one readers see; but what a page declares
 * twice in the same words stands above a heading that says it differently, with a kicker or a longer tail.
 */
export function articleTitle(facts: PageFacts, blocks: Block[], firstLine: number, hint: string | undefined): string {
  const site = metaOf(facts, 'og:site_name', 'application-name') ?? facts.data?.publisher ?? ''
  const printed = blocks.slice(Math.max(0, firstLine - linesBefore), firstLine + 3).map((block) => block.text)
  const tag = withoutSite(facts.title, site, [...facts.headings, ...printed])
  const social = withoutSite(metaOf(facts, 'og:title', 'twitter:title') ?? '', site, [...facts.headings, ...printed])
  const witnesses = [social, facts.data?.headline ?? '', tag, hint ?? ''].filter((title) => title !== '')
  const headings = facts.headings.filter((heading) => heading !== '' && heading.length <= titleCharsMax)
  if (isSame(social, facts.data?.headline ?? '') && !headings.some((heading) => isSame(heading, social)))
    return displayed(social)
  const agreed = headings.map((heading) => ({
    heading,
    vote: Math.max(0, ...witnesses.map((one) => agreement(heading, one))),
  }))
  const best = agreed.reduce((top, one) => (one.vote > top.vote ? one : top), { heading: '', vote: 0 })
  if (best.vote >= (headings.length === 1 ? soleAgreementMin : agreementMin)) return displayed(best.heading)
  const title = witnesses.find((one) => words(one).length > 1) ?? headings[0] ?? witnesses[0] ?? ''
  return displayed(title)
}

/** Controls, and marks that turn the direction of what follows, do not belong into a line of our own. */
function displayed(title: string): string {
  return collapse(title.slice(0, titleCharsMax).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')).toWellFormed()
}

function isSame(left: string, right: string): boolean {
  return left !== '' && normaliseText(left) === normaliseText(right)
}

/** Share of words two titles have in common, of the longer one. */
function agreement(left: string, right: string): number {
  const a = new Set(words(left))
  const b = new Set(words(right))
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(1, a.size, b.size)
}

function withoutSite(title: string, site: string, printed: string[]): string {
  const text = title.slice(0, titleCharsMax * 2)
  const cuts = [...text.matchAll(separators)]
  if (cuts.length === 0) return text
  const parts = cuts.flatMap((cut) => [text.slice(0, cut.index).trim(), text.slice(cut.index + cut[0].length).trim()])
  const seen = new Set(printed.map(normaliseText))
  const shown = parts.filter((part) => seen.has(normaliseText(part))).toSorted((a, b) => b.length - a.length)[0]
  if (shown !== undefined && words(shown).length > 1) return shown
  return trimmed(text, site)
}

function trimmed(title: string, site: string): string {
  let text = title
  for (let cuts = [...text.matchAll(separators)]; cuts.length > 0; cuts = [...text.matchAll(separators)]) {
    const cut = cuts.at(-1)
    if (cut === undefined) break
    const head = text.slice(0, cut.index)
    const tail = words(text.slice(cut.index + cut[0].length))
    const named = site !== '' && agreement(tail.join(' '), site) > 0.5
    if (
      words(head).length < 2 ||
      (!named && (tail.length > siteWordsMax || tail.length >= words(head).length || /^\s*:/.test(cut[0])))
    )
      break
    text = head
  }
  return text.trim()
}
