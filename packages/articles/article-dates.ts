import type { Block } from './blocks.ts'
import { cueOf } from './cue-of.ts'
import { attribute, type DomElement } from './dom.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import { parseDate } from './parse-date.ts'

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'itemprop:datepublished',
  'datepublished',
  'date.published',
  'article:published',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'dcterms.date',
  'date',
  'cxenseparse:recs:publishtime',
  'article.published',
  'published',
  'citation_publication_date',
  'article_date_original',
  'originalpublicationdate',
  'release_date',
  'bt:pubdate',
  'rnews:datepublished',
  'itemprop:datecreated',
]
const updatedNames = [
  'article:modified_time',
  'og:updated_time',
  'itemprop:datemodified',
  'dcterms.modified',
  'last-modified',
  'lastmod',
  'dc.date.modified',
  'modified',
]
/** A date line stands close to the title: so many lines are looked at before the text, and after its start. */
const linesBefore = 40
const linesAfter = 12
/** A visible date line is short. */
const dateMassMax = 90
const publishedClass = /publi|entry-date|post-date|date|posted|timestamp/i
const updatedClass = /updat|modif/i

type ArticleDates = { publishedAt: Date | null; updatedAt: Date | null }

/** When an article was published and last changed: JSON-LD, meta, `<time>`, then date lines near the text, then its address. */
export function articleDates(facts: PageFacts, blocks: Block[], firstLine: number, url: string): ArticleDates {
  const published =
    dateOf(facts.data?.publishedAt) ??
    metaDate(facts, publishedNames) ??
    timeDate(facts, false) ??
    lineDate(blocks, firstLine, 'published')
  const updated =
    dateOf(facts.data?.modifiedAt) ??
    metaDate(facts, updatedNames) ??
    timeDate(facts, true) ??
    lineDate(blocks, firstLine, 'updated')
  const fallback = published ?? plainLineDate(blocks, firstLine) ?? urlDate(url) ?? updated
  return { publishedAt: fallback, updatedAt: updated }
}

function metaDate(facts: PageFacts, names: string[]): Date | null {
  for (const name of names) {
    const date = dateOf(metaOf(facts, name))
    if (date !== null) return date
  }
  return null
}

function timeDate(facts: PageFacts, updated: boolean): Date | null {
  const candidates = facts.times.filter(({ element }) => updatedClass.test(namesAround(element)) === updated)
  const named = candidates.find(({ element }) => publishedClass.test(namesAround(element)))
  return dateOf(named?.value) ?? (updated ? null : dateOf(candidates[0]?.value))
}

function namesAround(element: DomElement): string {
  const parent = element.parent
  const own = `${attribute(element, 'class')} ${attribute(element, 'itemprop')}`
  return parent !== null && 'attribs' in parent ? `${own} ${attribute(parent, 'class')}` : own
}

function near(blocks: Block[], firstLine: number): Block[] {
  return blocks
    .slice(Math.max(0, firstLine - linesBefore), firstLine + linesAfter)
    .filter((block) => block.mass <= dateMassMax)
}

function lineDate(blocks: Block[], firstLine: number, role: 'published' | 'updated'): Date | null {
  for (const block of near(blocks, firstLine)) {
    if (cueOf(block)?.role !== role) continue
    const date = parseDate(block.text)
    if (date !== null) return date
  }
  return null
}

/** Without any label the date nearest before the text is the best guess; failing that, the first after its start. */
function plainLineDate(blocks: Block[], firstLine: number): Date | null {
  const before = near(blocks.slice(0, firstLine), firstLine).toReversed()
  for (const block of [...before, ...near(blocks, firstLine)]) {
    const date = parseDate(block.text)
    if (date !== null) return date
  }
  return null
}

function urlDate(url: string): Date | null {
  const day = /\/(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=[-/.])/.exec(url)
  return day === null ? null : parseDate(`${day[1]}-${day[2]}-${day[3]}`)
}

function dateOf(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : parseDate(text)
}
