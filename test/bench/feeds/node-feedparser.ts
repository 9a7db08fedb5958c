import FeedParser from 'feedparser'
import { at, firstAt, isoDate, listAt, textAt } from './loose.ts'
import type { LoadedFeed, Model, Peer } from './peer.ts'

type Result = { readonly meta: unknown; readonly items: readonly unknown[] }

/** The stream called feedparser, which takes bytes. */
export const nodeFeedparser: Peer = {
  name: 'feedparser',
  read: readStream,

  modelOf(result): Model {
    const { meta, items } = result as Result
    return {
      format: textAt(meta, '#type'),
      encoding: 'utf-8',
      feed: {
        title: textAt(meta, 'title'),
        subtitle: textAt(meta, 'description'),
        link: textAt(meta, 'link'),
        self: textAt(meta, 'xmlurl', 'xmlUrl'),
        hub: [textAt(meta, 'cloud.href')].filter((hub) => hub !== null),
        language: textAt(meta, 'language'),
        updated: isoDate(firstAt(meta, 'date')),
        published: isoDate(firstAt(meta, 'pubdate')),
        rights: textAt(meta, 'copyright'),
        generator: textAt(meta, 'generator'),
        image: textAt(meta, 'image.url'),
        authors: personOf(meta),
        categories: listAt(meta, 'categories'),
      },
      entries: items.map(entryModel),
    }
  },
}

function readStream({ bytes, url }: LoadedFeed): Promise<Result> {
  return new Promise((resolve, reject) => {
    const parser = new FeedParser(url === null ? {} : { feedurl: url })
    const items: unknown[] = []
    parser.on('error', reject)
    parser.on('data', (item: unknown) => items.push(item))
    parser.on('end', () => resolve({ meta: parser.meta, items }))
    parser.end(bytes)
  })
}

function entryModel(item: unknown): Model['entries'][number] {
  return {
    id: textAt(item, 'guid'),
    title: textAt(item, 'title'),
    link: textAt(item, 'origlink', 'link'),
    published: isoDate(firstAt(item, 'pubdate', 'date')),
    updated: isoDate(firstAt(item, 'date')),
    authors: personOf(item),
    summary: textAt(item, 'summary', 'description'),
    content: textAt(item, 'description'),
    categories: listAt(item, 'categories'),
    enclosures: at(item, 'enclosures'),
    image: textAt(item, 'image.url'),
    comments: textAt(item, 'comments'),
    source: { title: textAt(item, 'source.title'), link: textAt(item, 'source.url') },
  }
}

function personOf(holder: unknown) {
  const name = textAt(holder, 'author')
  return name === null ? [] : [{ name, email: null, url: null }]
}
