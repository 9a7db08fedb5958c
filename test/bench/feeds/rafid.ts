import { readFeed } from '@rafid/feeds'
import type { Attachment, FeedEntry, ParsedFeed } from '@rafid/feeds'
import type { LoadedFeed, Model, ModelFile, Peer } from './peer.ts'

/** Stands in for the address of a feed that came without one; it is taken out again. */
const nowhere = 'https://nowhere.invalid'

type Result = { readonly feed: ParsedFeed; readonly charset: string }

/** Ours, from bytes to sanitised entries. */
export const rafid: Peer = {
  name: 'rafid',

  read({ bytes, contentType, url }): Result {
    return readFeed(bytes, { contentType, url: url ?? `${nowhere}/` })
  },

  modelOf(result, { url }: LoadedFeed): Model {
    const { feed, charset } = result as Result
    const model: Model = {
      format: feed.format,
      encoding: charset,
      feed: feedModel(feed, url),
      entries: feed.entries.map(entryModel),
    }
    return url === null ? withoutNowhere(model) : model
  },
}

function feedModel(feed: ParsedFeed, url: string | null): Model['feed'] {
  const { hints } = feed
  return {
    title: asHtml(feed.title ?? ''),
    subtitle: feed.subtitleHtml ?? '',
    link: feed.siteUrl,
    self: hints.selfUrl ?? url,
    hub: hints.hubs,
    language: feed.lang,
    updated: feed.updatedAt,
    published: feed.publishedAt,
    ttl: hints.ttlMinutes,
    id: feed.id,
    rights: feed.rights === null ? null : asHtml(feed.rights),
    generator: feed.generator,
    image: feed.image,
    author: feed.authors[0]?.name ?? null,
    authors: feed.authors,
    categories: feed.categories,
    skipHours: hints.skipHours,
    skipDays: hints.skipDays.map((day) => weekdays[day]),
  }
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function entryModel(entry: FeedEntry): Model['entries'][number] {
  const { place } = entry
  return {
    id: entry.id.startsWith('sha256:') ? null : entry.id,
    title: entry.title === '' ? null : asHtml(entry.title),
    link: entry.url,
    published: entry.publishedAt,
    updated: entry.updatedAt,
    author: entry.author,
    authors: entry.authors,
    summary: entry.summaryHtml,
    content: entry.contentHtml,
    categories: entry.categories,
    enclosures: entry.enclosures.map(fileModel),
    media: entry.media.map(fileModel),
    thumbnails: entry.thumbnails.map((url) => ({ url })),
    image: entry.image,
    comments: entry.commentsUrl,
    rights: entry.rights === null ? null : asHtml(entry.rights),
    geo: place === null ? null : [place.longitude, place.latitude],
    language: entry.lang,
    source: entry.source && { title: entry.source.title, link: entry.source.url },
  }
}

function fileModel({ url, type, bytes }: Attachment): ModelFile {
  return { url, type, length: bytes }
}

/** Titles and rights are plain text here, and HTML there. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function withoutNowhere(model: Model): Model {
  return JSON.parse(JSON.stringify(model).replaceAll(nowhere, '')) as Model
}
