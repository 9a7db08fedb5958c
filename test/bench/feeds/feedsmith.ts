import { parseFeed } from 'feedsmith'
import { decodeAsUtf8 } from './decode-as-utf8.ts'
import { at, firstAt, isoDate, listAt, textAt, textOf } from './loose.ts'
import type { Model, Peer } from './peer.ts'

/** Feedsmith keeps the shape of each format; the model takes each field from wherever it may be. */
export const feedsmith: Peer = {
  name: 'feedsmith',
  read: ({ bytes }) => parseFeed(decodeAsUtf8(bytes)),

  modelOf(result, { url }): Model {
    const feed = at(result, 'feed')
    return {
      format: textAt(result, 'format'),
      encoding: 'utf-8',
      feed: feedModel(feed, url),
      entries: listAt(feed, 'entries', 'items').map((entry) => entryModel(entry, authorsOf(feed))),
    }
  },
}

function feedModel(feed: unknown, url: string | null): Model['feed'] {
  return {
    title: textAt(feed, 'title', 'dc.titles.0', 'atom.title'),
    subtitle: textAt(
      feed,
      'subtitle',
      'description',
      'tagline',
      'itunes.summary',
      'dc.descriptions.0',
      'atom.subtitle',
    ),
    link: textAt(feed, 'link', 'home_page_url') ?? linkOf(feed, 'alternate') ?? linkOf(at(feed, 'atom'), 'alternate'),
    self: textAt(feed, 'feed_url') ?? linkOf(feed, 'self') ?? linkOf(at(feed, 'atom'), 'self') ?? url,
    hub: [linkOf(feed, 'hub') ?? linkOf(at(feed, 'atom'), 'hub')].filter((hub) => hub !== null),
    language: textAt(feed, 'language', 'dc.languages.0', 'xml.lang'),
    updated: isoDate(
      firstAt(feed, 'updated', 'modified', 'lastBuildDate', 'dcterms.modified', 'dc.dates.0', 'pubDate'),
    ),
    published: isoDate(firstAt(feed, 'published', 'pubDate', 'dc.dates.0')),
    ttl: textAt(feed, 'ttl'),
    id: textAt(feed, 'id', 'rdf.about'),
    rights: textAt(feed, 'rights', 'copyright', 'dc.rights.0'),
    generator: textAt(feed, 'generator'),
    image: textAt(feed, 'image.url', 'logo', 'icon', 'itunes.image', 'image', 'atom.logo', 'atom.icon'),
    authors: authorsOf(feed),
    categories: categoriesOf(feed),
    skipHours: at(feed, 'skipHours'),
    skipDays: at(feed, 'skipDays'),
  }
}

function entryModel(entry: unknown, feedAuthors: readonly unknown[]): Model['entries'][number] {
  const [latitude, longitude] = [
    firstAt(entry, 'georss.point.lat', 'geo.lat'),
    firstAt(entry, 'georss.point.lng', 'geo.long'),
  ]
  const people = peopleOf(entry, 'authors', 'author', 'dc.creators', 'itunes.author', 'atom.authors')
  return {
    id: textAt(entry, 'id', 'guid.value', 'guid', 'rdf.about', 'dc.identifiers.0', 'atom.id'),
    title: textAt(entry, 'title', 'dc.titles.0', 'atom.title', 'media.title.value'),
    link:
      textAt(entry, 'link', 'url', 'external_url') ??
      linkOf(entry, 'alternate') ??
      linkOf(at(entry, 'atom'), 'alternate') ??
      permanentGuid(entry),
    published: isoDate(
      firstAt(
        entry,
        'published',
        'pubDate',
        'issued',
        'date_published',
        'dc.dates.0',
        'dcterms.issued',
        'dcterms.created',
        'created',
        'atom.published',
        'atom.updated',
      ),
    ),
    updated: isoDate(firstAt(entry, 'updated', 'modified', 'date_modified', 'dcterms.modified', 'atom.updated')),
    authors: people.length > 0 ? people : feedAuthors,
    summary: textAt(
      entry,
      'summary',
      'description',
      'dc.descriptions.0',
      'itunes.summary',
      'atom.summary',
      'media.description.value',
    ),
    content: textAt(
      entry,
      'content.encoded',
      'content.value',
      'content',
      'content_html',
      'content_text',
      'atom.content',
    ),
    categories: categoriesOf(entry),
    enclosures: [...listAt(entry, 'enclosures'), ...listAt(entry, 'attachments'), ...enclosureLinks(entry)].map(
      fileModel,
    ),
    media: listAt(entry, 'media.contents')
      .concat(listAt(entry, 'media.groups').flatMap((group) => listAt(group, 'contents')))
      .map(fileModel),
    thumbnails: listAt(entry, 'media.thumbnails')
      .concat(listAt(entry, 'media.groups').flatMap((group) => listAt(group, 'thumbnails')))
      .map(fileModel),
    image: textAt(entry, 'image', 'banner_image', 'itunes.image', 'media.thumbnails.0.url'),
    comments: textAt(entry, 'comments'),
    rights: textAt(entry, 'rights', 'dc.rights.0'),
    geo: typeof latitude === 'number' && typeof longitude === 'number' ? [longitude, latitude] : null,
    source: {
      title: textAt(entry, 'source.title'),
      link: textAt(entry, 'source.url') ?? linkOf(at(entry, 'source'), 'alternate'),
    },
  }
}

function authorsOf(feed: unknown) {
  return peopleOf(
    feed,
    'authors',
    'author',
    'managingEditor',
    'dc.creators',
    'itunes.author',
    'webMaster',
    'atom.authors',
  )
}

function permanentGuid(entry: unknown): string | null {
  const guid = textAt(entry, 'guid.value')
  return guid !== null && /^https?:/.test(guid) && at(entry, 'guid.isPermaLink') !== false ? guid : null
}

function linkOf(holder: unknown, relation: string): string | null {
  const links = listAt(holder, 'links')
  const found = links.find((link) => (textAt(link, 'rel') ?? 'alternate') === relation)
  return textAt(found, 'href')
}

function enclosureLinks(entry: unknown): unknown[] {
  return listAt(entry, 'links').filter((link) => textAt(link, 'rel') === 'enclosure')
}

function peopleOf(holder: unknown, ...paths: readonly string[]) {
  return listAt(holder, ...paths).map((person) => ({
    name: typeof person === 'string' ? person : textAt(person, 'name'),
    email: textAt(person, 'email'),
    url: textAt(person, 'uri', 'url', 'link'),
  }))
}

function categoriesOf(holder: unknown): (string | null)[] {
  const categories = listAt(
    holder,
    'categories',
    'tags',
    'dc.subjects',
    'itunes.categories',
    'media.categories',
    'itunes.keywords',
    'media.keywords',
  )
  return categories.map((category) => textAt(category, 'term', 'name', 'text', 'label') ?? textOf(category))
}

function fileModel(file: unknown) {
  return {
    url: textAt(file, 'url', 'href'),
    type: textAt(file, 'type', 'mime_type', 'medium'),
    length: textAt(file, 'length', 'fileSize', 'size_in_bytes'),
  }
}
