import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { problem } from './problem.ts'
import type { SavedSearchDeps } from './saved-search-api.ts'

/** A process serves no more streams at once. */
const streamsMax = 500
/** Who lost the stream asks again after this long, in milliseconds. */
const retryMs = 5_000

const matchId = /^\d{1,15}$/

/**
 * Answers with the matches of a search as Server-Sent Events, as they come. Who was cut off goes on where it was
 * (`Last-Event-ID`); `?after=` says the same.
 *
 * @see HTML Standard, «Server-sent events»
 */
export function matchStream({ follower, onFailure }: Pick<SavedSearchDeps, 'follower' | 'onFailure'>) {
  let open = 0
  return (context: Context, searchId: string): Response => {
    if (open >= streamsMax)
      return problem(context, 503, 'streams.too_many', 'Too many follow already: try again later.')
    const last = context.req.header('last-event-id') ?? context.req.query('after') ?? ''
    const stop = new AbortController()
    open += 1
    // Proxies that gather answers would hold back every event.
    context.header('x-accel-buffering', 'no')
    context.header('cache-control', 'no-store')
    return streamSSE(
      context,
      async (stream) => {
        stream.onAbort(() => stop.abort())
        try {
          await stream.write(`retry: ${retryMs}\n\n`)
          for await (const match of follower.follow(searchId, matchId.test(last) ? last : null, stop.signal)) {
            if (stream.aborted) return
            // A comment keeps the way open, and notices when nobody is there any more.
            if (match === null) await stream.write(':\n\n')
            else await stream.writeSSE({ event: 'match', id: match.id, data: JSON.stringify(match) })
          }
        } finally {
          open -= 1
        }
      },
      async (error) => onFailure(error, context.req.path),
    )
  }
}
