import { once } from 'node:events'
import { SearchMatches } from '@rafid/catalog'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCountingServer } from '../support/start-counting-server.ts'
import type { CountingServer } from '../support/start-counting-server.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { startPublisher } from '../support/start-publisher.ts'
import type { Publisher } from '../support/start-publisher.ts'
import { until } from '../support/until.ts'

const pages = 150
/** Who tells and who delivers is killed each time so many more matches are there. */
const everyMatches = 40
/** A job that was in hand at more deaths than these is taken for poison, and rightly becomes a dead letter. */
const kills = 3

let publisher: Publisher
let house: House
let webhook: CountingServer
const delivered: string[] = []
beforeAll(async () => {
  publisher = await startPublisher({ pages, latencyMs: 40 })
  webhook = await startCountingServer(async (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    await once(request, 'end')
    const { match } = JSON.parse(Buffer.concat(parts).toString()) as { match: { articleId: string } }
    delivered.push(match.articleId)
    response.writeHead(204).end()
  })
  house = await startHouse({ allow: [publisher.host, webhook.host], env: { RAFID_LOCK_MS: '2000' } })
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await webhook?.close()
  await publisher?.close()
})

it('tells a saved search of every new article once, although who tells it is killed again and again', async () => {
  const id = await follow('numbered report')
  const none = await follow('zeppelin')
  const listener = await listen(id)
  await house.addFeeds([publisher.feedUrl])
  for (let kill = 1; kill <= kills; kill += 1) {
    await until(async () => (await matched(id)).length >= kill * everyMatches)
    house.kill('indexer')
    house.kill('fetcher')
  }
  await until(async () => (await house.articles()).length >= pages, 100)
  await house.quiet()

  const articles = (await house.articles()).map((article) => article.id).toSorted()
  expect((await matched(id)).toSorted()).toEqual(articles)
  expect(await matched(none)).toEqual([])
  await until(() => listener.told.length >= pages)
  listener.stop()
  expect(listener.told.toSorted(), 'who listens hears of each once').toEqual(articles)
  expect([...new Set(delivered)].toSorted(), 'the webhook was told of each').toEqual(articles)
  // Those that were on their way when the fetcher died are told again.
  expect(delivered.length).toBeLessThanOrEqual(pages + kills * 8)
  expect(await house.deadLetters()).toEqual([])
  expect(house.lines.filter((line) => /^(?:indexer|fetcher)\.\d+ crashed: SIGKILL$/.test(line)).length).toBe(2 * kills)
})

async function follow(query: string): Promise<string> {
  const response = await fetch(`${house.url}/api/v1/searches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, webhook: `${webhook.origin}/hook` }),
  })
  const { search } = (await response.json()) as { search: { id: string } }
  return search.id
}

function matched(id: string): Promise<string[]> {
  return house.withRedis(async (home) => {
    const found = await new SearchMatches(home).newest(id, pages * 2)
    return found.map(({ articleId }) => articleId)
  })
}

/** Listens to the stream of a search. */
async function listen(id: string): Promise<{ readonly told: readonly string[]; stop(): void }> {
  const told: string[] = []
  const end = new AbortController()
  const { body } = await fetch(`${house.url}/api/v1/searches/${id}/stream`, { signal: end.signal })
  const read = async (): Promise<void> => {
    let text = ''
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = `${text}${part}`.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) told.push(articleIn(line.slice('data: '.length)))
    }
  }
  read().catch(() => {
    // It ends when we stop it.
  })
  return { told, stop: () => end.abort() }
}

function articleIn(data: string): string {
  return (JSON.parse(data) as { articleId: string }).articleId
}
