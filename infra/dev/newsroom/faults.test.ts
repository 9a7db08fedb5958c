import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultKinds } from './faults.ts'
import { feedProblem } from './feeds/well-formed.ts'
import { type Newsroom, startNewsroom } from './newsroom.ts'

let newsroom: Newsroom
let origin: string

beforeAll(async () => {
  newsroom = await startNewsroom()
  origin = newsroom.publishers[0]?.origin ?? ''
})
afterAll(() => newsroom.close())

const fault = (name: string): Promise<Response> => fetch(`${origin}/fault/${name}`, { redirect: 'manual' })

/** Everything the server sends for a GET until it closes the connection. */
async function rawReply(path: string): Promise<{ head: string; bodyBytes: number }> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  await once(socket, 'close')
  const whole = Buffer.concat(chunks)
  const headEnd = whole.indexOf('\r\n\r\n')
  return { head: whole.subarray(0, headEnd).toString('latin1'), bodyBytes: whole.length - headEnd - 4 }
}

describe('the fault paths', () => {
  it('not-modified says 304 to a client that has nothing', async () => {
    expect((await fault('not-modified')).status).toBe(304)
  })

  it('rate-limited says 429 and when to come back', async () => {
    const reply = await fault('rate-limited?retryAfterSeconds=7')
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7'])
  })

  it('server-error says 500', async () => {
    expect((await fault('server-error')).status).toBe(500)
  })

  it('slow sends the whole page in drips', async () => {
    const newest = newsroom.articles().find(({ url }) => url.startsWith(origin))
    const page = await (await fetch(newest?.url ?? '')).text()
    const reply = await fault('slow?dripMs=1&dripBytes=1000')
    const sizes: number[] = []
    for await (const chunk of reply.body ?? []) sizes.push(chunk.length)
    expect(sizes.length).toBeGreaterThan(3)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(Buffer.byteLength(page))
  })

  it('truncated promises more than it sends', async () => {
    const { head, bodyBytes } = await rawReply('/fault/truncated')
    const promisedBytes = Number(/content-length: (\d+)/i.exec(head)?.[1])
    expect(bodyBytes).toBe(Math.floor(promisedBytes / 2))
    await expect((await fault('truncated')).text()).rejects.toThrow('terminated')
  })

  it('wrong-charset labels UTF-8 as Latin-1', async () => {
    const reply = await fault('wrong-charset')
    expect(reply.headers.get('content-type')).toBe('text/html; charset=iso-8859-1')
    expect(await reply.text()).toContain('صحيفة بيدر')
  })

  it('redirect-loop goes on and on', async () => {
    let next = '/fault/redirect-loop'
    const seen = new Set<string>()
    for (let hop = 0; hop < 5; hop++) {
      const reply = await fetch(origin + next, { redirect: 'manual' })
      expect(reply.status).toBe(302)
      next = reply.headers.get('location') ?? ''
      seen.add(next)
    }
    expect(seen.size).toBe(5)
  })

  it('redirect-private points into a private network', async () => {
    const reply = await fault('redirect-private')
    expect([reply.status, reply.headers.get('location')]).toEqual([302, 'http://10.0.0.1/internal'])
  })

  it('huge is ten megabytes long', async () => {
    const page = await (await fault('huge')).arrayBuffer()
    expect(page.byteLength).toBe(10 * 2 ** 20)
  })

  it('gzip-bomb is small on the wire and large after it', async () => {
    const reply = await fault('gzip-bomb?decodedBytes=8000000')
    expect(reply.headers.get('content-encoding')).toBe('gzip')
    expect(Number(reply.headers.get('content-length'))).toBeLessThan(10_000)
    expect((await reply.arrayBuffer()).byteLength).toBe(8_000_000)
  })

  it('broken-feed is a feed no strict parser takes, in XML and in JSON', async () => {
    for (const publisher of newsroom.publishers) {
      const reply = await fetch(`${publisher.origin}/fault/broken-feed`)
      const text = await reply.text()
      expect([reply.status, feedProblem(text) === undefined]).toEqual([200, false])
    }
  })

  it('reset closes the connection without a word', async () => {
    await expect(fault('reset')).rejects.toThrow('fetch failed')
    expect(newsroom.requests().at(-1)).toMatchObject({ path: '/fault/reset', status: 0 })
  })

  it('are all tried above', () => {
    expect(faultKinds.length).toBe(12)
  })
})

describe('misbehave', () => {
  it('commits every kind of fault on an ordinary page, on one publisher only, until it is lifted', async () => {
    const url = newsroom.articles().find((article) => article.url.startsWith(origin))?.url ?? ''
    const elsewhere = newsroom.publishers[1]?.feedUrl ?? ''
    for (const kind of faultKinds) {
      const rule = { kind, host: new URL(origin).host, decodedBytes: 1000, pageBytes: 1000, dripMs: 1, dripBytes: 1e6 }
      const lift = newsroom.misbehave(rule)
      await fetch(url, { redirect: 'manual' })
        .then((reply) => reply.text())
        .catch(() => undefined)
      expect((await fetch(elsewhere)).status).toBe(200)
      lift()
      expect([kind, (await fetch(url)).status]).toEqual([kind, 200])
    }
  })

  it('fails a feed twice and then recovers', async () => {
    newsroom.misbehave({ kind: 'server-error', path: /rss/, host: new URL(origin).host, times: 2 })
    const statuses: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) statuses.push((await fetch(`${origin}/rss.xml`)).status)
    expect(statuses).toEqual([500, 500, 200])
  })
})
