import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoryLog } from '@rafid/catalog'
import { moveStory, setStory } from '@rafid/contracts'
import type { Article } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { StoryShelves } from '../../services/deduplicator/story-shelves.ts'
import { tellStoryStage } from '../../services/deduplicator/tell-story-stage.ts'
import { repeatable, report } from '../support/sample-reports.ts'

let redis: Redis
let dir: string
let documents: FileDocuments
let prefix: string
let log: StoryLog
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  dir = await mkdtemp(join(tmpdir(), 'rafid-stories-'))
  documents = new FileDocuments(dir)
  freshHome()
})
afterEach(async () => {
  redis.disconnect()
  await rm(dir, { recursive: true })
})

function freshHome(): void {
  prefix = `{t${randomUUID().slice(0, 8)}}`
  log = new StoryLog({ redis, prefix })
}

type Told = {
  readonly storyId: string
  readonly order: number
  readonly moves: readonly unknown[]
  readonly outcome: string
}

/** A process with shelves of its own. */
function worker(): (article: Article) => Promise<Told> {
  const shelves = new StoryShelves(new StoryLog({ redis, prefix }))
  const stage = bind(tellStoryStage, { documents, shelves })
  const { signal } = new AbortController()
  const context = { jobKey: 'k', attempt: 1, traceId: 't', startedAt: new Date(), signal }
  return async (article) => {
    const document = await documents.putJson(article)
    const { outcome, emit = [] } = await stage.run({ articleId: article.id, document }, context)
    const [first, ...others] = emit
    const { storyId, order } = setStory.schema.parse(first?.payload)
    return { storyId, order, outcome, moves: others.map(({ payload }) => moveStory.schema.parse(payload)) }
  }
}

const story = (number: number): string => report(number, '').id.replace(/^a/, 's')
const titled = (number: number, title: string): Article => ({ ...report(number, ''), title })

/** Reports of so many events in turn, each in words of its own. */
function newsOf(events: number, reports: number): Article[] {
  const random = repeatable(events)
  return Array.from({ length: events * reports }, (_, number) => {
    const event = number % events
    const names = Array.from({ length: 8 }, (_name, at) => `Place${event}x${at}`).toSorted(() => random() - 0.5)
    return titled(number, `Police say ${names.slice(0, 6).join(' ')} after new report`)
  })
}

async function logged(lang: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { record } of log.read(lang, '')) if (record.kind === 'place') ids.push(record.id)
  return ids
}

it('comes to the same stories with four workers and every job delivered three times as one worker in the order of the log', async () => {
  const news = newsOf(12, 8)
  const byId = new Map(news.map((article) => [article.id, article]))
  const deliveries = news.flatMap((article) => [article, article, article])
  const together = new Map<string, Told>()
  const take = async (tell: (article: Article) => Promise<Told>): Promise<void> => {
    for (let next = deliveries.shift(); next; next = deliveries.shift()) {
      const told = await tell(next)
      expect(together.get(next.id) ?? told).toEqual(told)
      together.set(next.id, told)
    }
  }
  const workers = Array.from({ length: 4 }, () => worker())
  // Each process has several jobs in hand.
  await Promise.all([...workers, ...workers].map((tell) => take(tell)))
  const order = await logged('en')
  expect(order.toSorted()).toEqual(news.map(({ id }) => id).toSorted())
  expect(new Set([...together.values()].map(({ storyId }) => storyId)).size).toBe(12)

  freshHome()
  const alone = worker()
  for (const id of order) {
    const article = byId.get(id)
    if (article) expect((await alone(article)).storyId).toBe(together.get(id)?.storyId)
  }
})

it('tells languages apart', async () => {
  const tell = worker()
  await tell(titled(1, 'Larnholm harbour closed'))
  expect((await tell({ ...titled(2, 'Larnholm harbour closed'), lang: 'de' })).storyId).toBe(story(2))
  expect((await tell({ ...titled(3, 'Larnholm harbour closed'), lang: 'en-GB' })).storyId).toBe(story(1))
})

it('goes on where another process has stopped, and gives a redelivery the first answer', async () => {
  const first = await worker()(titled(1, 'Freighter aground off Larnholm harbour'))
  const second = await worker()(titled(2, 'Larnholm harbour: freighter still aground'))
  expect([first.storyId, second.storyId]).toEqual([story(1), story(1)])
  expect([first.outcome, second.outcome]).toEqual(['begun', 'joined'])
  expect(await worker()(titled(1, 'Freighter aground off Larnholm harbour'))).toEqual(first)
  expect(second.order).toBeGreaterThan(first.order)
})

it('follows when the log is lost', async () => {
  const tell = worker()
  await tell(titled(1, 'Freighter aground off Larnholm harbour'))
  const keys = await redis.keys(`${prefix}*`)
  await redis.del(...keys)
  await worker()(titled(2, 'Brenwick council votes'))
  expect((await tell(titled(3, 'Brenwick council votes again'))).storyId).toBe(story(2))
})

it('has what an operator joins be one, for all processes', async () => {
  const [tell, other] = [worker(), worker()]
  await tell(titled(1, 'Freighter aground off Larnholm harbour'))
  await other(titled(2, 'Brenwick council votes on bread'))
  await log.merge('en', { from: story(2), to: story(1) })
  expect((await tell(titled(3, 'Brenwick council votes on bread today'))).storyId).toBe(story(1))
  expect((await other(titled(4, 'Bread: Brenwick council votes'))).storyId).toBe(story(1))
})

it('never joins again what an operator has parted, not even after the log has forgotten it', async () => {
  const tell = worker()
  const title = 'Freighter Morning Star aground off Larnholm harbour'
  for (const number of [1, 2, 3, 4]) expect((await tell(titled(number, title))).storyId).toBe(story(1))
  const articleIds = [report(3, '').id, report(4, '').id]
  const order = await log.split('en', { from: story(1), into: 'sown', articleIds })
  expect(order).toBeGreaterThan((await tell(titled(4, title))).order)
  const seen = new Set<string>()
  for (let number = 10; number < 40; number += 1) {
    const told = await tell(titled(number, title))
    expect(told.moves).toEqual([])
    seen.add(told.storyId)
  }
  expect([...seen].every((id) => id === story(1) || id === 'sown')).toBe(true)
  // The log begins after the split now.
  await redis.xtrim(`${prefix}:stories:log:en`, 'MAXLEN', 30)
  const later = worker()
  for (let number = 40; number < 50; number += 1) expect((await later(titled(number, title))).moves).toEqual([])
  expect(await log.pins('en')).toEqual([[story(1), 'sown']])
})

it('keeps little of an article, and nothing for ever', async () => {
  const tell = worker()
  const news = newsOf(10, 10).map((article, number) => ({ ...article, text: `${article.title} ${number}` }))
  for (const article of news) await tell(article)
  const keys = await redis.keys(`${prefix}*`)
  let bytes = 0
  for (const key of keys) {
    expect(await redis.pttl(key)).toBeGreaterThan(0)
    bytes += (await redis.memory('USAGE', key)) ?? 0
  }
  expect(bytes / news.length).toBeLessThan(1_500)
})
