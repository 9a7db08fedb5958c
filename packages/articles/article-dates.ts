import { addressDay } from './address-day.ts'
import { dateLines } from './date-lines.ts'
import { attribute, isElement, type DomElement } from './dom.ts'
import { metaOf, type PageFacts } from './page-facts.ts'
import type { PagePlace } from './page-place.ts'
import { readDate, type DateContext, type DateReading } from '@rafid/dates'
import { provenanceOf, type Provenance, type Witness } from './provenance.ts'

const publishedNames =
  'article:published_time og:published_time itemprop:datepublished datepublished date.published article:published ' +
  'og:article:published_time parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date ' +
  'publication-date published-date published_date w-published-date dc.date.issued dcterms.issued dcterms.created dc.date ' +
  'dc.date.created dcterms.date date cxenseparse:recs:publishtime article.published published citation_publication_date ' +
  'citation_date article_date_original originalpublicationdate release_date bt:pubdate rnews:datepublished ' +
  'itemprop:datecreated article:created created date_published'
const updatedNames =
  'article:modified_time og:updated_time itemprop:datemodified dcterms.modified last-modified lastmod dc.date.modified modified ' +
  'article:modified revised'
const publishedClass = /publi|entry-date|post-date|date|posted|timestamp/i
const updatedClass = /updat|modif/i
/** A page with more `<time>` elements than this lists other articles with theirs. */
const timesMax = 8
const hourMs = 3_600_000
/** The day begins so many hours before UTC's in the far east, and ends so many after it in the far west. */
const eastHours = 14
const westHours = 12

export type ArticleDates = {
  publishedAt: Date | null
  /** YYYY-MM-DD where it was published. */
  publishedDay: string | null
  updatedAt: Date | null
  provenance: Provenance | null
}

/**
 * When an article was published and last changed: JSON-LD, meta, `<time>`, labelled lines near the text, the feed, the
 * address, other date lines. The first that says wins; the others make it more or less certain, tell the publisher's
 * day where the winner speaks UTC, and the order of day and month where it is written in numbers.
 */
export function articleDates(facts: PageFacts, place: PagePlace, context: DateContext): ArticleDates {
  const lines = dateLines(place, context)
  const times = namedTimes(facts)
  const witnesses = [
    ...read('json-ld', [facts.data?.publishedAt], context),
    ...read('meta', metaValues(facts, publishedNames), context),
    ...timeReadings(times, (element) => place.isNear(element), false, context),
    ...witnessesOf('page', lines.published),
    ...feedWitness(place.hints.publishedAt),
    ...witnessesOf('address', addressDay(place.url)),
    ...witnessesOf('page', lines.plain),
    ...timeReadings(times, (element) => !place.isNear(element), false, context),
  ]
  const updates = [
    ...read('json-ld', [facts.data?.modifiedAt], context),
    ...read('meta', metaValues(facts, updatedNames), context),
    ...timeReadings(times, () => true, true, context),
    ...witnessesOf('page', lines.updated),
  ]
  const updatedAt = updates[0]?.value.at ?? null
  const first = witnesses[0] ?? updates[0]
  if (first === undefined) return { publishedAt: null, publishedDay: null, updatedAt, provenance: null }
  const settled = settle(first.value, witnesses)
  return {
    publishedAt: settled.at,
    publishedDay: settled.day,
    updatedAt,
    provenance: provenanceOf({ from: first.from, value: settled }, witnesses, isSameDay),
  }
}

function read(from: Witness<DateReading>['from'], texts: (string | null | undefined)[], context: DateContext) {
  return texts.flatMap((text) => (text ? witnessesOf(from, readDate(text, context)) : []))
}

function witnessesOf(from: Witness<DateReading>['from'], reading: DateReading | null): Witness<DateReading>[] {
  return reading === null ? [] : [{ from, value: reading }]
}

function feedWitness(at: Date | undefined): Witness<DateReading>[] {
  if (at === undefined || Number.isNaN(at.getTime())) return []
  return [{ from: 'feed', value: { at, day: at.toISOString().slice(0, 10), isLocal: false, otherDay: null } }]
}

function metaValues(facts: PageFacts, names: string): (string | null)[] {
  return names.split(' ').map((name) => metaOf(facts, name))
}

type Where = (element: DomElement) => boolean

/** A `<time>`, and what its names say of it. */
type NamedTime = PageFacts['times'][number] & { isUpdate: boolean; isPublished: boolean }

function namedTimes(facts: PageFacts): NamedTime[] {
  return facts.times.map(({ element, value }) => {
    const names = namesAround(element)
    return { element, value, isUpdate: isUpdate(names), isPublished: publishedClass.test(names) }
  })
}

function timeReadings(times: NamedTime[], where: Where, updated: boolean, context: DateContext) {
  const candidates = times.filter((time) => time.isUpdate === updated && where(time.element))
  const named = candidates.filter((time) => time.isPublished)
  return [...named, ...candidates]
    .slice(0, timesMax)
    .flatMap(({ value }) => read('time-element', [value], context))
    .slice(0, 1)
}

/** WordPress names one element for both when nothing was changed. */
function isUpdate(names: string): boolean {
  return updatedClass.test(names) && !/publi/i.test(names)
}

function namesAround(element: DomElement): string {
  const parent = element.parent
  const own = `${attribute(element, 'class')} ${attribute(element, 'itemprop')}`
  return isElement(parent) ? `${own} ${attribute(parent, 'class')}` : own
}

/** The reading as its publisher means it. */
function settle(first: DateReading, witnesses: Witness<DateReading>[]): DateReading {
  const others = witnesses.map((one) => one.value).filter((value) => value !== first)
  if (first.otherDay !== null && !others.some((one) => one.day === first.day)) {
    const swapped = others.find((one) => one.day === first.otherDay && one.otherDay === null)
    if (swapped !== undefined) return { ...first, at: swapped.at, day: swapped.day, otherDay: null }
  }
  if (first.isLocal) return first
  const local = others.filter((one) => one.isLocal && isOnDay(first.at, one.day))
  const exact = local.find((one) => Math.abs(one.at.getTime() - first.at.getTime()) < hourMs)
  const day = (exact ?? local[0])?.day ?? first.day
  return { ...first, day, isLocal: true }
}

/** Whether an instant lies on a day anywhere on earth. */
function isOnDay(at: Date, day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return at.getTime() >= midnight - eastHours * hourMs && at.getTime() < midnight + (24 + westHours) * hourMs
}

function isSameDay(a: DateReading, b: DateReading): boolean {
  return a.day === b.day || a.day === b.otherDay || (!b.isLocal && isOnDay(b.at, a.day))
}
