import { createHash } from 'node:crypto'
import type { EntryMark, Feeds, SeenEntries } from '@rafid/catalog'
import { fetchPage, parseFeed } from '@rafid/contracts'
import type { EntryHints } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { decodeBytes } from '@rafid/encoding'
import { CodedError } from '@rafid/errors'
import { parseFeed as readFeed } from '@rafid/feeds'
import type { FeedEntry, ParsedFeed } from '@rafid/feeds'
import { defineStage, job } from '@rafid/pipeline'
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
    const { text } = decodeBytes(body, { contentType: document.contentType, kind: 'xml' })
    const read = attempt(() => readFeed(text, { url: payload.url }))
    if (read instanceof CodedError) {
      await recordFeed(deps, payload, { errorCode: read.code })
      return { outcome: 'failed' }
    }
    const entries = read.entries.flatMap((entry) => (entry.url === null ? [] : [{ ...entry, url: entry.url }]))
    const marks = entries.map(markOf)
    const fresh = new Set((await deps.seen.fresh(feedId, marks)).map((mark) => mark.id))
    const wanted = entries.filter((_, index) => fresh.has(marks[index]?.id ?? ''))
    const emit = await Promise.all(
      wanted.map(async (entry) => {
        const hints = await deps.documents.putJson(hintsOf(entry, read))
        return job(fetchPage, { url: entry.url, feedId, entry: hints })
      }),
    )
    const result = emit.length > 0 ? 'new-entries' : 'nothing-new'
    const afterEmit = async (): Promise<void> => {
      await deps.seen.mark(feedId, marks, new Date(fetchedAt))
      await recordFeed(deps, payload, { feed: read, fresh: wanted })
    }
    return { outcome: result, emit, afterEmit }
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

function markOf(entry: FeedEntry & { url: string }): EntryMark {
  const facts = [entry.url, entry.title, entry.updatedAt?.toISOString() ?? '']
  return { id: shortHash(entry.id), fingerprint: shortHash(facts.join('\n')) }
}

function hintsOf(entry: FeedEntry, feed: ParsedFeed): EntryHints {
  const { title, author, keywords, image, summaryHtml, contentHtml } = entry
  const publishedAt = entry.publishedAt?.toISOString() ?? null
  return { title, author, publishedAt, keywords, image, summaryHtml, contentHtml, lang: feed.lang }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
