import type { Feeds, SeenEntries } from '@rafid/catalog'
import { fetchPage, parseFeed } from '@rafid/contracts'
import type { EntryHints } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { CodedError } from '@rafid/errors'
import { readFeed } from '@rafid/feeds'
import type { FeedEntry, ParsedFeed } from '@rafid/feeds'
import { defineStage, job } from '@rafid/pipeline'
import { nextPoll } from '@rafid/polling'
import type { PollLimits, PollResult } from '@rafid/polling'
import { markEntries } from './mark-entries.ts'

export type ParseFeedDeps = {
  readonly feeds: Feeds
  readonly seen: SeenEntries
  readonly documents: FileDocuments
  readonly limits: PollLimits
  readonly random: () => number
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
      await record(deps, payload, { result: 'failed', errorCode: read.code })
      return { outcome: 'failed' }
    }
    const { wanted, marks } = await markEntries(deps.seen, feedId, read.entries, new Date(fetchedAt))
    const emit = await Promise.all(
      wanted.map(async (entry) => {
        const hints = await deps.documents.putJson(hintsOf(entry, read))
        return job(fetchPage, { url: entry.url, feedId, entry: hints })
      }),
    )
    const result = emit.length > 0 ? 'new-entries' : 'nothing-new'
    const afterEmit = async (): Promise<void> => {
      await deps.seen.remember(feedId, marks)
      await record(deps, payload, { result, feed: read, entriesNew: emit.length })
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

function hintsOf(entry: FeedEntry, feed: ParsedFeed): EntryHints {
  const { title, author, keywords, image, summaryHtml, contentHtml } = entry
  const publishedAt = entry.publishedAt?.toISOString() ?? null
  return { title, author, publishedAt, keywords, image, summaryHtml, contentHtml, lang: feed.lang }
}

async function record(
  { feeds, limits, random }: ParseFeedDeps,
  payload: {
    feedId: string
    document: { key: string }
    etag: string | null
    lastModified: string | null
    askedMs: number | null
  },
  poll: { result: PollResult; errorCode?: string; feed?: ParsedFeed; entriesNew?: number },
): Promise<void> {
  const state = await feeds.pollState(payload.feedId)
  if (!state) return
  const errorsInARow = poll.result === 'failed' ? state.errorsInARow + 1 : 0
  const ttlMs = (poll.feed?.hints.ttlMinutes ?? 0) * 60_000
  const history = { ...state, result: poll.result, errorsInARow, askedMs: Math.max(payload.askedMs ?? 0, ttlMs) }
  await feeds.record(payload.feedId, {
    outcome: poll.result,
    errorCode: poll.errorCode ?? null,
    errorsInARow,
    entriesNew: poll.entriesNew ?? 0,
    ...nextPoll(history, { ...limits, random: random() }),
    // Only what was read well is remembered: a broken body must not be answered with "not modified" next time.
    ...(poll.feed && { etag: payload.etag, lastModified: payload.lastModified, bodyKey: payload.document.key }),
    ...(poll.feed?.title && { title: poll.feed.title }),
    ...(poll.feed?.siteUrl && { siteUrl: poll.feed.siteUrl }),
  })
}
