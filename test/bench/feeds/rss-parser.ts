import Parser from 'rss-parser'
import { decodeAsUtf8 } from './decode-as-utf8.ts'
import { at, firstAt, isoDate, listAt, textAt, textOf } from './loose.ts'
import type { Model, Peer } from './peer.ts'

const parser = new Parser()

export const rssParser: Peer = {
  name: 'rss-parser',
  read: ({ bytes }) => parser.parseString(decodeAsUtf8(bytes)),

  modelOf(feed): Model {
    return {
      format: null,
      encoding: 'utf-8',
      feed: {
        title: textAt(feed, 'title'),
        subtitle: textAt(feed, 'description', 'subtitle', 'itunes.summary'),
        link: textAt(feed, 'link'),
        self: textAt(feed, 'feedUrl', 'paginationLinks.self'),
        language: textAt(feed, 'language'),
        updated: isoDate(firstAt(feed, 'lastBuildDate', 'updated', 'pubDate')),
        published: isoDate(at(feed, 'pubDate')),
        ttl: textAt(feed, 'ttl'),
        rights: textAt(feed, 'copyright', 'rights'),
        generator: textAt(feed, 'generator'),
        image: textAt(feed, 'image.url', 'itunes.image'),
        authors: peopleOf(feed, 'managingEditor', 'itunes.author', 'author', 'creator'),
        categories: listAt(feed, 'categories', 'itunes.categories').map(textOf),
      },
      entries: listAt(feed, 'items').map(entryModel),
    }
  },
}

function entryModel(item: unknown): Model['entries'][number] {
  return {
    id: textAt(item, 'guid', 'id', 'rdf:about'),
    title: textAt(item, 'title'),
    link: textAt(item, 'link'),
    published: isoDate(firstAt(item, 'pubDate', 'isoDate', 'date')),
    updated: isoDate(firstAt(item, 'updated', 'isoDate')),
    authors: peopleOf(item, 'creator', 'author', 'itunes.author'),
    summary: textAt(item, 'summary', 'description', 'itunes.summary', 'content'),
    content: textAt(item, 'content:encoded', 'content'),
    categories: listAt(item, 'categories').map(textOf),
    enclosures: listAt(item, 'enclosure').map((file) => ({
      url: textAt(file, 'url'),
      type: textAt(file, 'type'),
      length: textAt(file, 'length'),
    })),
    comments: textAt(item, 'comments'),
    image: textAt(item, 'itunes.image'),
  }
}

function peopleOf(holder: unknown, ...paths: readonly string[]) {
  return listAt(holder, ...paths).map((name) => ({ name: textOf(name), email: null, url: null }))
}
