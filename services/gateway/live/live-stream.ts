import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { problem } from '../problem.ts'
import type { LiveState } from './live-state.ts'

/** One state has no more followers at once in a process. */
const followersMax = 500
/** Who lost the stream asks again after this long, in milliseconds. */
const retryMs = 3_000
/** Proxies close a way on which nothing comes; so does nobody else notice that a browser has gone. In milliseconds. */
const silenceMsMax = 15_000

/**
 * Answers with a part of a page as Server-Sent Events: `part` whenever it looks otherwise than before, `lost` while it is
 * not known.
 *
 * @param draw the part as it looks to who asks
 * @see HTML Standard, «Server-sent events»
 */
export function liveStream<State>(
  live: LiveState<State>,
  { context, draw }: { readonly context: Context; readonly draw: (state: State) => string | Promise<string> },
  onFailure: (error: unknown, path: string) => void,
): Response {
  if (live.followers >= followersMax) {
    return problem(context, 503, 'streams.too_many', 'Too many follow already: try again later.')
  }
  const stop = new AbortController()
  // Proxies that gather answers would hold back every event.
  context.header('x-accel-buffering', 'no')
  context.header('cache-control', 'no-store')
  return streamSSE(
    context,
    async (stream) => {
      stream.onAbort(() => stop.abort())
      await stream.write(`retry: ${retryMs}\n\n`)
      let shown: string | null = null
      let wroteMs = Date.now()
      for await (const told of live.follow(stop.signal)) {
        if (stream.aborted) return
        const html: string | null = told.kind === 'state' ? await draw(told.state) : null
        if (html === shown && Date.now() - wroteMs < silenceMsMax) continue
        if (html === shown) await stream.write(':\n\n')
        else await stream.writeSSE(html === null ? { event: 'lost', data: '' } : { event: 'part', data: html })
        shown = html
        wroteMs = Date.now()
      }
    },
    async (error) => onFailure(error, context.req.path),
  )
}
