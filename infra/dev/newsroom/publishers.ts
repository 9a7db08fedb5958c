import type { NumberStyle } from './house-style.ts'

export type Language = 'ar' | 'en'
export type PublisherId = 'baydar' | 'rawasi' | 'suhul' | 'qanadil' | 'larkmoor' | 'tidewick'
export type FeedFormat = 'rss' | 'atom' | 'json' | 'rdf'

/** An invented publisher: what its pages and feeds have in common. */
export type Publisher = {
  id: PublisherId
  name: string
  /** What others call it when they name it as their source. */
  shortName: string
  tagline: string
  lang: Language
  isAgency: boolean
  charset: 'utf-8' | 'windows-1256'
  numbers: NumberStyle
  feedFormat: FeedFormat
  feedPath: string
}

/** In the order in which the index lists them and hands out ports. */
export const publishers: readonly Publisher[] = [
  {
    id: 'baydar',
    name: 'صحيفة بيدر',
    shortName: 'بيدر',
    tagline: 'يومية مستقلة تصدر من رأس النخل',
    lang: 'ar',
    isAgency: false,
    charset: 'utf-8',
    numbers: 'arabic-indic',
    feedFormat: 'rss',
    feedPath: '/rss.xml',
  },
  {
    id: 'rawasi',
    name: 'وكالة رواسي للأنباء',
    shortName: 'رواسي',
    tagline: 'الخبر من مكانه',
    lang: 'ar',
    isAgency: true,
    charset: 'utf-8',
    numbers: 'plain',
    feedFormat: 'atom',
    feedPath: '/feed/atom',
  },
  {
    id: 'suhul',
    name: 'بوابة سهول',
    shortName: 'سهول',
    tagline: 'أخبار المحافظات والأرياف',
    lang: 'ar',
    isAgency: false,
    charset: 'windows-1256',
    numbers: 'ungrouped',
    feedFormat: 'rdf',
    feedPath: '/backend.php?format=rdf',
  },
  {
    id: 'qanadil',
    name: 'شبكة قناديل',
    shortName: 'قناديل',
    tagline: 'حكايات الناس والمدن',
    lang: 'ar',
    isAgency: false,
    charset: 'utf-8',
    numbers: 'plain',
    feedFormat: 'rss',
    feedPath: '/feed',
  },
  {
    id: 'larkmoor',
    name: 'Larkmoor Wire',
    shortName: 'Larkmoor Wire',
    tagline: 'News for newsrooms',
    lang: 'en',
    isAgency: true,
    charset: 'utf-8',
    numbers: 'plain',
    feedFormat: 'atom',
    feedPath: '/atom.xml',
  },
  {
    id: 'tidewick',
    name: 'The Tidewick Courier',
    shortName: 'Courier',
    tagline: 'The paper of the estuary',
    lang: 'en',
    isAgency: false,
    charset: 'utf-8',
    numbers: 'per-cent',
    feedFormat: 'json',
    feedPath: '/feed.json',
  },
]

/** The publisher with this id; every id has one. */
export function publisherOf(id: PublisherId): Publisher {
  const publisher = publishers.find((candidate) => candidate.id === id)
  if (publisher === undefined) throw new RangeError(`no publisher called ${id}`)
  return publisher
}
