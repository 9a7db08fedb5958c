import type { Feeds, SeenEntries } from '@rafid/catalog'
import { fetchPage, parseFeed } from '@rafid/contracts'
import type { EntryHints } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { CodedError } from '@rafid/errors'
import { readFeed } from '@rafid/feeds'
import type { FeedEntry, ParsedFeed } from '@rafid/feeds'
import { defineStage, job } from '@rafid/pipeline'
import { markEntries } from './mark-entries.ts'
import { recordFeed } from './record-feed.ts'
import type { RecordFeedDeps } from './record-feed.ts'

export type ParseFeedDeps = RecordFeedDeps & {
  readonly feeds: Feeds
  readonly seen: SeenEntries
  readonly documents: FileDocuments
}

/** Reads a feed and asks for the pages of its new and edited entries. */
export const parseFeedStage = defineStage({
  consumes: parseFeed,
  emits: [fetchPage],
  outcomes: ['new-entries', 'nothing-new', 'failed', 'removed'],

  async handle(payload, deps: ParseFeedDeps) {
    const { feedId, document, fetchedAt } = payload
    if (!(await deps.feeds.pollState(feedId))) return { outcome: 'removed' }
    const body = await deps.documents.get(document)
    const { contentType } = document
    const options = { url: payload.url, contentType, fetchedAt: new Date(fetchedAt) }
    const read = attempt(() => readFeed(body, options).feed)
    if (read instanceof CodedError) {
      await recordFeed(deps, payload, { errorCode: read.code })
      return { outcome: 'failed' }
    }
    const { wanted, fresh, marks, shown } = await markEntries(deps.seen, feedId, read.entries, new Date(fetchedAt))
    const emit = await Promise.all(
      wanted.map(async (entry) => {
        const hints = await deps.documents.putJson(hintsOf(entry, read))
        return job(fetchPage, { url: entry.url, feedId, entry: hints })
      }),
    )
    const result = emit.length > 0 ? 'new-entries' : 'nothing-new'
    const afterEmit = async (): Promise<void> => {
      await deps.seen.remember(feedId, marks)
      await recordFeed(deps, payload, { feed: read, fresh })
    }
    return { outcome: result, emit, afterEmit, seen: shown }
  },
})

function attempt(read: () => ParsedFeed): ParsedFeed | CodedError {
  try {
    return read()
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
}

function hintsOf(entry: FeedEntry, feed: ParsedFeed): EntryHints {
  const { title, author, keywords, image, summaryHtml, contentHtml } = entry
  const publishedAt = entry.publishedAt?.toISOString() ?? null
  return { title, author, publishedAt, keywords, image, summaryHtml, contentHtml, lang: feed.lang }
}
