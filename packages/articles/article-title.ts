import { normaliseText, words } from '@rafid/text'

import { collapse } from './dom.ts'
import { normalLine } from './normal-line.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import type { PagePlace } from './page-place.ts'
import { provenanceOf, type Provenance, type Witness } from './provenance.ts'
import { siteNames } from './site-names.ts'
import { withoutSite } from './title-without-site.ts'

/** Longer headlines are paragraphs in disguise, or hostile. */
const titleCharsMax = 512
/** A heading that shares this part of its words with another witness is the title. */
const agreementMin = 0.6
/** The only heading of a page needs less: witnesses are often reworded for search engines. */
const soleAgreementMin = 0.25
/** A title of fewer words may stand inside a longer heading by chance. */
const containedWordsMin = 3

export type ArticleTitle = { title: string; provenance: Provenance | null }

/**
 * The headline, by vote of what the page offers: the h1, og:title, JSON-LD and `<title>` without the site's name. A
 * heading wins when another witness agrees with it, for its spelling is the one readers see; what a page declares stands
 * above a heading that only adds a kicker or a date to it. Where no heading speaks for itself and what is declared is the
 * site's name, the line in heading's size nearest to the text is the title.
 */
export function articleTitle(facts: PageFacts, place: PagePlace): ArticleTitle {
  const witnesses = witnessesOf(facts, place)
  const chosen = chosenOf(witnesses, facts)
  if (chosen === undefined) return { title: '', provenance: null }
  const isAlike = (left: string, right: string) =>
    left === right || shareInCommon(wordsIn(left, facts), wordsIn(right, facts)) >= agreementMin
  return { title: displayed(chosen.value), provenance: provenanceOf<string>(chosen, witnesses, isAlike) }
}

/** The title as the head of a page gives it, before its text is known. */
export function declaredTitle(facts: PageFacts, url: string, hint: string | undefined): string {
  const hints = hint === undefined ? {} : { title: hint }
  return articleTitle(facts, { before: [], into: [], after: [], url, hints, isNear: () => false }).title
}

type TitleWitness = Witness<string> & { kind: 'heading' | 'declared'; words: Set<string> }

function witnessesOf(facts: PageFacts, place: PagePlace): TitleWitness[] {
  const sites = siteNames(facts, place.url)
  const lines = [...place.before, ...place.into.slice(0, 3)].filter((block) => isShort(block.text))
  let known: Set<string> | null = null
  const printed = () =>
    (known ??= new Set([
      ...facts.headings.filter(isShort).map((one) => normalIn(one, facts)),
      ...lines.map(normalLine),
    ]))
  const bare = (title: string | null | undefined) =>
    withoutSite((title ?? '').slice(0, titleCharsMax * 2), sites, printed)
  const social = metaOf(facts, 'og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title')
  const headings = facts.headings.filter(
    (one) => one !== '' && one.length <= titleCharsMax && !sites.has(normalIn(one, facts)),
  )
  const declared: [Witness<string>['from'], string | null | undefined][] = [
    ['meta', social],
    ['json-ld', facts.data?.headline],
    ['page', facts.title],
    ['feed', place.hints.title],
  ]
  const witness = (from: TitleWitness['from'], kind: TitleWitness['kind'], value: string) => ({
    from,
    kind,
    value,
    words: wordsIn(value.slice(0, titleCharsMax), facts),
  })
  const found = [
    ...headings.map((value) => witness('page', 'heading', value)),
    ...declared
      .map(([from, title]) => witness(from, 'declared', bare(title)))
      .filter(({ value }) => value !== '' && !sites.has(normalIn(value, facts))),
  ]
  return found.length > 0 ? found : lastResort(facts, place, sites)
}

type Read = { normal: string; words: Set<string> | null }
/** The titles of a page, normalised: they are asked for before its text is known, and again when it is. */
const titlesOfPage = new WeakMap<PageFacts, Map<string, Read>>()

function read(title: string, facts: PageFacts): Read {
  let known = titlesOfPage.get(facts)
  if (known === undefined) titlesOfPage.set(facts, (known = new Map()))
  let found = known.get(title)
  if (found === undefined) known.set(title, (found = { normal: normaliseText(title), words: null }))
  return found
}

function wordsIn(title: string, facts: PageFacts): Set<string> {
  const found = read(title, facts)
  return (found.words ??= new Set(words(title)))
}

function normalIn(title: string, facts: PageFacts): string {
  return read(title, facts).normal
}

function isShort(text: string): boolean {
  return text.length <= titleCharsMax
}

function lastResort(facts: PageFacts, { before }: PagePlace, sites: Set<string>): TitleWitness[] {
  const line = before.find((one) => /^h[1-4]$/.test(one.element.name) && words(one.text).length > 1)?.text ?? ''
  const printed = line.length <= titleCharsMax && !sites.has(normaliseText(line)) ? line : ''
  const values = [printed, ...facts.headings, facts.title, metaOf(facts, 'og:title') ?? '']
  const value = values.find((one) => one !== '') ?? ''
  if (value === '') return []
  return [{ from: 'page', kind: 'declared', value, words: wordsIn(value.slice(0, titleCharsMax), facts) }]
}

function chosenOf(all: TitleWitness[], facts: PageFacts): TitleWitness | undefined {
  const headings = all.filter((one) => one.kind === 'heading')
  const declared = all.filter((one) => one.kind === 'declared')
  const trimmed = declared.find((one) => headings.some((heading) => isWithinHeading(one, heading, facts)))
  const agreed = headings.map((heading) => ({
    heading,
    vote: Math.max(0, ...declared.map((one) => shareInCommon(heading.words, one.words))),
  }))
  const best = agreed.reduce<(typeof agreed)[number] | undefined>(
    (top, one) => (top === undefined || one.vote > top.vote ? one : top),
    undefined,
  )
  const [social, data] = ['meta', 'json-ld'].map((from) => declared.find((one) => one.from === from))
  const isTwice = social !== undefined && data !== undefined && isSame(social.value, data.value, facts)
  if (isTwice && !headings.some((one) => isSame(one.value, social.value, facts))) return social
  if (best !== undefined && best.vote === 1) return best.heading
  if (trimmed !== undefined) return trimmed
  if (best !== undefined && best.vote >= (headings.length === 1 ? soleAgreementMin : agreementMin)) return best.heading
  return declared.find((one) => one.words.size > 1) ?? headings[0] ?? declared[0]
}

/** Whether a heading says what is declared and adds something before or behind. */
function isWithinHeading(declared: TitleWitness, heading: TitleWitness, facts: PageFacts): boolean {
  if (declared.words.size < containedWordsMin || ![...declared.words].every((word) => heading.words.has(word)))
    return false
  const [inner, outer] = [normalIn(declared.value, facts), normalIn(heading.value, facts)]
  if (inner === outer) return false
  return outer.startsWith(inner) || outer.endsWith(inner)
}

/** Controls, and marks that turn the direction of what follows, do not belong into a line of our own. */
function displayed(title: string): string {
  return collapse(title.slice(0, titleCharsMax).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')).toWellFormed()
}

function isSame(left: string, right: string, facts: PageFacts): boolean {
  return left === right || normalIn(left, facts) === normalIn(right, facts)
}

/** Share of words two titles have in common, of the longer one. */
function shareInCommon(a: Set<string>, b: Set<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common / Math.max(1, a.size, b.size)
}
