import { parseFeed } from '@rowanmanning/feed-parser'
import { decodeAsUtf8 } from './decode-as-utf8.ts'
import { at, firstAt, isoDate, listAt, textAt } from './loose.ts'
import type { Model, Peer } from './peer.ts'

/** @rowanmanning/feed-parser */
export const rowan: Peer = {
  name: 'rowan',
  read: ({ bytes }) => parseFeed(decodeAsUtf8(bytes)).toJSON(),

  modelOf(feed): Model {
    return {
      format: textAt(feed, 'meta.type'),
      encoding: 'utf-8',
      feed: {
        title: textAt(feed, 'title'),
        subtitle: textAt(feed, 'description'),
        link: textAt(feed, 'url'),
        self: textAt(feed, 'self'),
        language: textAt(feed, 'language'),
        updated: isoDate(firstAt(feed, 'updated')),
        published: isoDate(firstAt(feed, 'published')),
        rights: textAt(feed, 'copyright'),
        generator: textAt(feed, 'generator.label'),
        image: textAt(feed, 'image.url'),
        authors: at(feed, 'authors'),
        categories: listAt(feed, 'categories').map((category) => textAt(category, 'term', 'label')),
      },
      entries: listAt(feed, 'items').map(entryModel),
    }
  },
}

function entryModel(item: unknown): Model['entries'][number] {
  const files = listAt(item, 'media').map((file) => ({
    url: textAt(file, 'url'),
    type: textAt(file, 'mimeType', 'type'),
    length: textAt(file, 'length'),
  }))
  return {
    id: textAt(item, 'id'),
    title: textAt(item, 'title'),
    link: textAt(item, 'url'),
    published: isoDate(firstAt(item, 'published', 'updated')),
    updated: isoDate(firstAt(item, 'updated')),
    authors: at(item, 'authors'),
    summary: textAt(item, 'description'),
    content: textAt(item, 'content'),
    categories: listAt(item, 'categories').map((category) => textAt(category, 'term', 'label')),
    enclosures: files,
    media: files,
    image: textAt(item, 'image.url'),
  }
}
