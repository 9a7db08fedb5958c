import type { Article, Relation } from '@rafid/contracts'
import type { Delivery } from './index-under-test.ts'

export const original: Relation = { kind: 'original', duplicateOf: null, resemblance: null }

/** The relation of a copy of the article of that number. */
export const copyOf = (number: number): Relation => ({ kind: 'duplicate', duplicateOf: idOf(number), resemblance: 0.9 })

export const idOf = (number: number): string => `a${String(number).padStart(24, '0')}`

/** The instant at which the report of that number was published, one an hour. */
export const publishedOf = (number: number): Date => new Date(Date.UTC(2026, 0, 1, number))

/** A report of that number, published before those of greater numbers. */
export function report(number: number, over: Partial<Article> = {}): Article {
  return {
    id: idOf(number),
    url: `https://example.org/${number}`,
    feedId: null,
    title: `headline ${number}`,
    text: `body of report ${number}`,
    html: '',
    lang: 'en',
    author: null,
    publishedAt: publishedOf(number).toISOString(),
    updatedAt: null,
    fetchedAt: '2026-03-01T00:00:00.000Z',
    source: { name: 'Larnholm Gazette', url: null },
    attribution: null,
    keywords: [],
    image: null,
    readAlso: [],
    confidence: 1,
    publishedDay: null,
    section: null,
    dateline: null,
    photoCredit: null,
    breaking: false,
    extraction: null,
    ...over,
  }
}

const places = ['Larnholm', 'Vestby', 'Okrana', 'Tamsel', 'Jurwick']
const things = ['harbour', 'bridge', 'hospital', 'market', 'library', 'railway', 'theatre']
const events = ['strike', 'opening', 'flood', 'election', 'auction', 'festival']
const arabicPlaces = ['المدينة', 'القرية', 'العاصمة', 'الميناء']
const arabicEvents = ['فيضان', 'انتخابات', 'معرض', 'اضراب', 'مؤتمر']
const sources = ['Larnholm Gazette', 'Vestby Evening Post', 'صحيفة الميناء', 'Okrana Gazette']
const authors = ['Mira Tolvanen', 'Jon Askeland', null, 'سلمى الخطيب']
const tags = ['economy', 'local politics', 'culture', 'طقس', 'sport']

/** News of an invented country, always the same: in English and Arabic, with sources, authors, tags and copies. */
export function sampleNews(count: number): Delivery[] {
  return Array.from({ length: count }, (_, number): Delivery => {
    const relation = number % 11 === 10 ? copyOf(number - 3) : original
    return [number % 3 === 2 ? arabicReport(number) : englishReport(number), relation]
  })
}

function pick<Value>(list: readonly Value[], number: number): Value {
  const value = list[number % list.length]
  if (value === undefined) throw new Error('an empty list has nothing to pick')
  return value
}

function englishReport(number: number): Article {
  const [place, thing, event] = [pick(places, number), pick(things, number * 3), pick(events, number * 5 + 1)]
  return report(number, {
    title: `${event} at the ${thing} of ${place}`,
    text: `People of ${place} spoke about the ${event}. The ${thing} stays closed, said the council; number ${number % 13}.`,
    source: { name: pick(sources, number), url: null },
    author: pick(authors, number),
    keywords: [pick(tags, number), pick(tags, number + 2)],
  })
}

function arabicReport(number: number): Article {
  const [place, event] = [pick(arabicPlaces, number), pick(arabicEvents, number)]
  return report(number, {
    lang: 'ar',
    title: `${event} في ${place}`,
    text: `تحدث سكان ${place} عن ${event} وقال المجلس ان العدد ${number % 13}.`,
    source: { name: pick(sources, number), url: null },
    author: pick(authors, number),
    keywords: [pick(tags, number)],
  })
}

/** The same list in another order, always the same for one seed. */
export function shuffled<Value>(list: readonly Value[], seed: number): Value[] {
  let state = seed * 2_654_435_761 + 1
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  return list
    .map((value): [number, Value] => [next(), value])
    .toSorted(([one], [other]) => one - other)
    .map(([, value]) => value)
}
