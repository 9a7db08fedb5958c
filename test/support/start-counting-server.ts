import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** One request as the server saw it; times by one clock, in milliseconds. */
export type Visit = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly startedAt: number
  /** Requests that were being answered when it came, itself included. */
  readonly atOnce: number
}

export type CountingServer = {
  /** `host:port` */
  readonly host: string
  readonly origin: string
  readonly visits: readonly Visit[]
  /** Shortest time from the start of one request to the start of the next, in milliseconds. */
  shortestGapMs(): number
  close(): Promise<void>
}

/**
 * A server on loopback that writes down who came when, and how many at once.
 *
 * @param answer may take its time
 */
export async function startCountingServer(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void,
): Promise<CountingServer> {
  const visits: Visit[] = []
  let atOnce = 0
  const server = createServer((request, response) => {
    atOnce += 1
    response.once('close', () => (atOnce -= 1))
    visits.push({ path: request.url ?? '', headers: request.headers, startedAt: performance.now(), atOnce })
    void answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  const host = `127.0.0.1:${address.port}`
  return {
    host,
    origin: `http://${host}`,
    visits,
    shortestGapMs: () =>
      Math.min(...visits.slice(1).map((visit, index) => visit.startedAt - (visits[index]?.startedAt ?? 0))),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
