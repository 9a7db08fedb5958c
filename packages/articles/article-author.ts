import { normaliseText } from '@rafid/text'

import { authorNames, nameQuality } from './author-names.ts'
import type { Block } from './blocks.ts'
import { attribute, collapse, isElement, isText } from './dom.ts'
import { endMark } from './end-mark.ts'
import type { Byline, PageFacts } from './page-facts.ts'
import type { PagePlace } from './page-place.ts'
import { provenanceOf, type Provenance, type Witness } from './provenance.ts'
import { siteNames } from './site-names.ts'

/** A line that names an author says little else. */
const lineCharsMax = 160
/** The lines nearest to the text, before and in it, that are read as bylines. */
const linesBefore = 15
const linesInto = 4
/** The first bylines of a page are the article's; later ones belong to other articles. */
const bylinesMax = 4

const metaNames = [
  'author',
  'article:author',
  'article:author_name',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'itemprop:author',
  'byl',
  'citation_author',
  'og:author',
  'article.author',
  'authors',
  'creator',
  'twitter:creator',
]
const labelled =
  /^[^\p{L}\p{N}]*(?:كتبت?|بقلم|إعداد|اعداد|الكاتبة?|تحرير|by|written by|posted by|published by|words by|story by|von|text von|text|par|por|di|door|oleh|yazan|автор|текст|نویسنده|author|autore?r?(?:in)?|auteur|作者|文|記者|记者)\s*[:：|]\s*(\S.*)$/iu
const unlabelled =
  /^[^\p{L}\p{N}]*(?:by|written by|posted by|story by|words by|von|par|por|texte|بقلم|كتبت?|إعداد)\s+(\p{Lu}.*|\p{Script=Arabic}{2,}.*)$/iu
const elsewhere = /comment|kommentar|reply|respond|related|recommend|teaser|popular|latest/i

export type ArticleAuthor = { author: string | null; provenance: Provenance | null }

/**
 * Who wrote an article: JSON-LD, meta, bylines and label lines near the text, the feed. A person stands above the site's
 * own name and above a login, whoever says so; a full name above the same name in short.
 */
export function articleAuthor(facts: PageFacts, place: PagePlace): ArticleAuthor {
  const witnesses = witnessesOf(facts, place)
  const sites = siteNames(facts, place.url)
  const best = mostTrusted(witnesses, sites)
  if (best === null) return { author: null, provenance: null }
  const fuller = witnesses.find((one) => isFullerForm(one.value, best.value)) ?? best
  return { author: fuller.value.join(', '), provenance: provenanceOf(fuller, witnesses, namesAgree) }
}

/** By worth, then by how many other kinds of sources agree, then in the order of the sources. */
function mostTrusted(witnesses: Witness<string[]>[], sites: Set<string>): Witness<string[]> | null {
  let best: { witness: Witness<string[]>; score: number } | null = null
  for (const witness of witnesses) {
    const worth = Math.max(...witness.value.map((name) => worthOf(name, sites)))
    const agreeing = new Set(witnesses.filter((one) => namesAgree(witness.value, one.value)).map((one) => one.from))
    const score = worth * 10 + agreeing.size
    if (best === null || score > best.score) best = { witness, score }
  }
  return best?.witness ?? null
}

function worthOf(name: string, sites: Set<string>): number {
  if (sites.has(normaliseText(name))) return 0
  return nameQuality(name) > 0 ? 2 : 1
}

function witnessesOf(facts: PageFacts, place: PagePlace): Witness<string[]>[] {
  const hint = place.hints.author
  const read: Witness<string[]>[] = [
    { from: 'json-ld', value: authorNames(facts.data?.authors ?? []) },
    ...metaNames.map((name) => ({ from: 'meta' as const, value: authorNames(facts.meta.get(name) ?? []) })),
    { from: 'page', value: fromBylines(facts.bylines.filter((byline) => place.isNear(byline.element))) },
    { from: 'page', value: fromLines(place) },
    { from: 'page', value: fromBylines(few(facts.bylines)) },
    { from: 'page', value: authorNames([...place.into, ...place.after].flatMap(({ text }) => endMark(text) ?? [])) },
    { from: 'page', value: fromPortrait(place.after) },
    { from: 'feed', value: hint === undefined ? [] : authorNames([hint]) },
  ]
  return read.filter((one) => one.value.length > 0)
}

function fromBylines(bylines: Byline[]): string[] {
  for (const byline of bylines) {
    if (isElsewhere(byline)) continue
    const names = byline.names.length > 0 ? authorNames(byline.names) : namesIn(byline.text)
    if (names.length > 0) return names
  }
  return []
}

function few(bylines: Byline[]): Byline[] {
  const own: Byline[] = []
  for (const byline of bylines) {
    if (own.length === bylinesMax) break
    if (!isElsewhere(byline)) own.push(byline)
  }
  return own
}

/** Comments and teasers name their authors too. */
function isElsewhere({ element }: Byline): boolean {
  let node: typeof element.parent | typeof element = element
  for (let step = 0; step < 6 && isElement(node); step++, node = node.parent)
    if (elsewhere.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`) || node.name === 'footer') return true
  return false
}

/** The first names of a line whose elements are set apart by bars; what follows them is offices and dates. */
function namesIn(text: string): string[] {
  const parts = text.split('|').map((part) => part.trim())
  const names: string[] = []
  for (const part of parts) {
    if (part === '' || /^(?:and|und|et|y|e|و|&|,)$/i.test(part)) continue
    const found = authorNames([part]).filter((name) => nameQuality(name) > 0 || !/\s/.test(name))
    if (found.length === 0 && names.length > 0) break
    // Behind one name stands another only after a comma or a conjunction; a title or an office needs none.
    if (names.length > 0 && !/[,&]|(?:^|\s)(?:and|und|et|y|e|و)\s*$/i.test(textBefore(text, part))) break
    names.push(...found)
  }
  return names
}

function textBefore(text: string, part: string): string {
  return text
    .slice(0, text.indexOf(part))
    .replace(/[\s|]+$/, '')
    .slice(-5)
}

function fromLines({ before, into }: PagePlace): string[] {
  for (const block of [...before.slice(0, linesBefore), ...into.slice(0, linesInto)]) {
    if (block.text.length > lineCharsMax) continue
    const text = partsOf(block)
    const match = labelled.exec(text) ?? unlabelled.exec(text)
    const names = match === null ? [] : namesIn((match[1] ?? '').replace(/^[\s|]+/, ''))
    if (names.length > 0) return names
  }
  return []
}

/** Below a text stands who wrote it: a name, then «Name is a reporter …». */
function fromPortrait(after: Block[]): string[] {
  for (const [at, { text }] of after.entries()) {
    const next = after[at + 1]?.text ?? ''
    if (text.length > 40 || next.length <= text.length || nameQuality(text) !== 2) continue
    if (next.startsWith(`${text} `) && /^(?:is|was|has|ist|est|es|è|,|—|–)(?=\s)/u.test(next.slice(text.length + 1)))
      return authorNames([text])
  }
  return []
}

/** A line with bars where one element ends and the next begins. */
function partsOf(block: Block): string {
  return block.leaves.flatMap((leaf) => (isText(leaf) ? collapse(leaf.data) || [] : [])).join(' | ')
}

/** «Nils» and "Nils Berg" are one person, and the page prints the longer. */
function isFullerForm(longer: string[], shorter: string[]): boolean {
  const [long, short] = [normaliseText(longer[0] ?? ''), normaliseText(shorter[0] ?? '')]
  if (longer.length !== 1 || shorter.length !== 1 || short.includes(' ') || long === short) return false
  return long.split(' ').length <= 4 && long.split(' ').includes(short) && nameQuality(longer[0] ?? '') === 2
}

function namesAgree(a: string[], b: string[]): boolean {
  const words = new Set(b.map(normaliseText))
  return a.some((name) => words.has(normaliseText(name)))
}
