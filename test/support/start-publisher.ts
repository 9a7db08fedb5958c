import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export type Publisher = {
  readonly host: string
  readonly feedUrl: string
  readonly pageUrls: readonly string[]
  /** Pages answered with status 200, by address; a page may be asked for more than once. */
  readonly served: Map<string, number>
  close(): Promise<void>
}

/** Words from which every page gets a text of its own. */
const words =
  'harbour bridge market valley station orchard library council river engine window teacher garden winter music bakery forest signal ticket island'.split(
    ' ',
  )

/**
 * A publisher of many plain pages, each of a different text, all in one feed; `/feed2.xml` and so on are the same feed.
 *
 * @param options.latencyMs before a page is answered, so that work stays in flight
 * @param options.refuse the status of a page that is not to be had, by its number and how often it was asked for before;
 *   null for one that is
 */
export async function startPublisher(options: {
  pages: number
  latencyMs: number
  refuse?: (page: number, askedBefore: number) => number | null
}): Promise<Publisher> {
  const served = new Map<string, number>()
  const asked = new Map<number, number>()
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (/^\/feed\d*\.xml$/.test(path))
      return void response.setHeader('content-type', 'application/rss+xml').end(feed(origin, options.pages))
    const page = Number(/^\/page\/(\d+)$/.exec(path)?.[1] ?? Number.NaN)
    if (Number.isNaN(page)) return void response.writeHead(404).end()
    await pause(options.latencyMs)
    const askedBefore = asked.get(page) ?? 0
    asked.set(page, askedBefore + 1)
    const refusal = options.refuse?.(page, askedBefore) ?? null
    if (refusal !== null) return void response.writeHead(refusal).end()
    served.set(`${origin}${path}`, (served.get(`${origin}${path}`) ?? 0) + 1)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html(page))
  }
  const server = createServer((request, response) => void answer((request.url ?? '/').replace(/\?.*/, ''), response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  const host = `127.0.0.1:${address.port}`
  const origin = `http://${host}`
  return {
    host,
    feedUrl: `${origin}/feed.xml`,
    pageUrls: Array.from({ length: options.pages }, (_, page) => `${origin}/page/${page}`),
    served,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function feed(origin: string, pages: number): string {
  const items = Array.from(
    { length: pages },
    (_, page) => `<item><title>Report ${page}</title><link>${origin}/page/${page}</link><guid>${page}</guid></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Reports</title><link>${origin}/</link><description>all</description>${items.join('')}</channel></rss>`
}

function html(page: number): string {
  const paragraph = (n: number): string =>
    `<p>${Array.from({ length: 40 }, (_, at) => words[hash(page * 1_000 + n * 100 + at) % words.length]).join(' ')}, as numbered report ${page} says.</p>`
  return `<!doctype html><html lang="en"><head><title>Report ${page}</title></head><body><article><h1>Report ${page}</h1>${[1, 2, 3].map(paragraph).join('')}</article></body></html>`
}

function hash(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9_f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9_f3b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
