import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ArticleWindow } from '@rafid/catalog'
import { indexArticle, moveCluster } from '@rafid/contracts'
import type { Article, Relation } from '@rafid/contracts'
import { FileDocuments } from '@rafid/documents'
import { Deferred } from '@rafid/errors'
import { bind } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { deduplicateArticleStage } from '../../services/deduplicator/deduplicate-article-stage.ts'
import { repeatable, report, reportText } from '../support/sample-reports.ts'

let redis: Redis
let dir: string
let documents: FileDocuments
let worker: () => Deduplicate
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  dir = await mkdtemp(join(tmpdir(), 'rafid-window-'))
  documents = new FileDocuments(dir)
  worker = workersOf(`{t${randomUUID().slice(0, 8)}}`)
})
afterEach(async () => {
  redis.disconnect()
  await rm(dir, { recursive: true })
})

type Decided = { readonly relation: Relation; readonly moves: readonly { from: string; to: string }[] }
type Deduplicate = (article: Article) => Promise<Decided>

/** Deduplicators that share a window. */
function workersOf(prefix: string): () => Deduplicate {
  return () => {
    const stage = bind(deduplicateArticleStage, { documents, window: new ArticleWindow({ redis, prefix, hours: 48 }) })
    const { signal } = new AbortController()
    const context = { jobKey: 'k', attempt: 1, traceId: 't', startedAt: new Date(), signal }
    return async (article) => {
      const document = await documents.putJson(article)
      const { emit = [] } = await stage.run({ articleId: article.id, document }, context)
      const payloads = emit as readonly { definition: { name: string }; payload: unknown }[]
      const of = (name: string) => payloads.filter((each) => each.definition.name === name).map((each) => each.payload)
      return {
        relation: indexArticle.schema.parse(of(indexArticle.name)[0]).relation,
        moves: of(moveCluster.name).map((payload) => moveCluster.schema.parse(payload)),
      }
    }
  }
}

const edited = (text: string) => text.replace('The ', 'On Monday the ')

it('finds a copy by another publisher, names the first of its cluster, and says why', async () => {
  const deduplicate = worker()
  const text = reportText(1)
  expect((await deduplicate(report(1, text))).relation).toEqual({
    kind: 'original',
    duplicateOf: null,
    resemblance: null,
  })
  const copy = (await deduplicate(report(2, edited(text)))).relation
  expect(copy).toMatchObject({ kind: 'duplicate', duplicateOf: report(1, '').id, how: 'near', reason: 'shared-text' })
  expect(copy.resemblance).toBeGreaterThan(0.8)
  const exact = (await deduplicate(report(3, edited(text)))).relation
  expect(exact).toMatchObject({
    duplicateOf: report(1, '').id,
    how: 'exact',
    follows: report(2, '').id,
    resemblance: 1,
  })
  expect((await deduplicate(report(4, reportText(4)))).relation.kind).toBe('original')
})

it('gives a redelivery the first decision, and its events again', async () => {
  const deduplicate = worker()
  const text = reportText(1)
  const first = await deduplicate(report(1, text))
  const copy = await deduplicate(report(2, edited(text)))
  expect(await deduplicate(report(1, text))).toEqual(first)
  expect(await worker()(report(2, edited(text)))).toEqual(copy)
})

it('tells a newer version of an article from a copy, and leaves it in its cluster', async () => {
  const deduplicate = worker()
  const text = reportText(1)
  await deduplicate(report(1, text))
  await deduplicate(report(2, edited(text)))
  const root = report(1, '').id
  expect((await deduplicate(report(1, `${text} More soon.`))).relation).toEqual({
    kind: 'update',
    duplicateOf: null,
    resemblance: null,
  })
  expect((await deduplicate(report(2, `${edited(text)} More soon.`))).relation).toMatchObject({
    kind: 'update',
    duplicateOf: root,
  })
  const again = report(5, edited(text), { publisher: 1 })
  expect((await deduplicate(again)).relation).toMatchObject({ kind: 'update', duplicateOf: root, how: 'update' })
})

it('finds texts too short for shingles by their whole content only', async () => {
  const deduplicate = worker()
  const short = (number: number, text: string) => ({ ...report(number, text), title: 'Weather' })
  await deduplicate(short(1, 'Rain in the north.'))
  expect((await deduplicate(short(2, 'rain in the North'))).relation).toMatchObject({ how: 'exact' })
  expect((await deduplicate(short(3, 'Rain in the south.'))).relation.kind).toBe('original')
  expect((await deduplicate({ ...short(4, ''), title: '' })).relation.kind).toBe('original')
  expect((await deduplicate({ ...short(5, ''), title: '' })).relation.kind).toBe('original')
})

it('joins two clusters when an article shows that they are one, and says which first article is no longer one', async () => {
  const deduplicate = worker()
  const [beginning, end] = [reportText(1, 14), reportText(2, 6)]
  const all = `${beginning} ${end}`
  const [first, second] = [report(1, all.slice(0, all.length * 0.66)), report(2, all.slice(all.length * 0.45))]
  await deduplicate(first)
  const apart = await deduplicate(second)
  expect(apart.relation.kind).toBe('original')
  const whole = await deduplicate(report(3, all))
  expect(whole.relation).toMatchObject({ kind: 'duplicate', duplicateOf: first.id })
  expect(whole.moves).toEqual([{ from: second.id, to: first.id }])
  expect((await deduplicate(report(4, second.text))).relation).toMatchObject({ duplicateOf: first.id })
})

/** Reports of which every third is a copy, more or less edited, of one before it. */
function newsOf(count: number): Article[] {
  const random = repeatable(count)
  return Array.from({ length: count }, (_, number) => {
    const source = number % 3 === 0 ? number : number - (number % 3) - 3 * Math.floor(random() * 4)
    const text = reportText(Math.max(0, source))
    return report(number, number % 2 === 0 ? text : edited(text))
  })
}

const clusters = (decided: ReadonlyMap<string, Decided>) =>
  new Map([...decided].map(([id, { relation }]) => [id, relation.duplicateOf ?? id]))

it('comes to the same clusters with 16 workers and every article delivered three times as one worker in order', async () => {
  const news = newsOf(240)
  const ordered = new Map<string, Decided>()
  const alone = worker()
  for (const article of news) ordered.set(article.id, await alone(article))

  worker = workersOf(`{t${randomUUID().slice(0, 8)}}`)
  const deliveries = news.flatMap((article) => [article, article, article])
  const together = new Map<string, Decided>()
  const take = async (deduplicate: Deduplicate): Promise<void> => {
    for (let next = deliveries.shift(); next; next = deliveries.shift()) {
      const decided = await deduplicate(next)
      expect(together.get(next.id) ?? decided).toEqual(decided)
      together.set(next.id, decided)
    }
  }
  await Promise.all(Array.from({ length: 16 }, () => take(worker())))
  expect(clusters(together)).toEqual(clusters(ordered))
})

it('puts copies that come in the same moment into one cluster', async () => {
  const copies = Array.from({ length: 24 }, (_, number) => report(number, reportText(7), { hour: 1 }))
  const decided = await Promise.all(copies.map((article) => worker()(article)))
  expect(decided.filter(({ relation }) => relation.kind === 'original')).toHaveLength(1)
  expect(new Set(decided.map(({ relation }, at) => relation.duplicateOf ?? copies[at]?.id)).size).toBe(1)
})

it('keeps apart what only a template has in common, however often it is filled', async () => {
  const deduplicate = worker()
  const places = ['Aldmoor', 'Brackwater', 'Corfield', 'Dunhollow', 'Eastmere', 'Farrowby', 'Glenside', 'Hartwick']
  const filled = (number: number) =>
    `The weather office in ${places[number % 8]} expects ${(number * 7) % 31} degrees on day ${number} of the season, with wind of ${(number * 13) % 47} knots from the west and ${(number * 5) % 19} millimetres of rain before noon, said ${places[(number * 3) % 8]} duty officer number ${number * 17}, who asked people to close their windows.`
  const decided: Relation[] = []
  for (let number = 0; number < 40; number += 1) {
    decided.push((await deduplicate(report(number, filled(number), { hour: number * 6 }))).relation)
  }
  expect(decided.filter(({ kind }) => kind === 'duplicate')).toEqual([])
})

describe('an article that is expected', () => {
  const text = reportText(3)
  const [early, late] = [report(1, text), report(2, edited(text))]
  const key = (prefix: string, part: string): string => `${prefix}:window:${part}`
  let prefix: string
  let window: ArticleWindow
  beforeEach(() => {
    prefix = `{t${randomUUID().slice(0, 8)}}`
    window = new ArticleWindow({ redis, prefix, hours: 48 })
    worker = workersOf(prefix)
  })

  /** As a queue does: a job that was put off comes again. */
  const whenDecided = (article: Article): Promise<Decided> =>
    worker()(article).catch((error: unknown) => {
      if (!(error instanceof Deferred)) throw error
      return whenDecided(article)
    })

  it('is the earlier one, however much later it is compared', async () => {
    await window.expect(early.id)
    const second = whenDecided(late)
    const first = await worker()(early)
    expect(first.relation.kind).toBe('original')
    expect((await second).relation).toMatchObject({ kind: 'duplicate', duplicateOf: early.id })
    expect(await redis.zcard(key(prefix, 'expected'))).toBe(0)
  })

  it('is waited for by those after it, whose workers do something else meanwhile', async () => {
    await window.expect(early.id)
    await window.expect(early.id)
    await expect(worker()(late)).rejects.toMatchObject({ code: 'window.undecided' })
    await window.withdraw(early.id)
    expect((await worker()(late)).relation.kind).toBe('original')
    // It came after all: those after it did not wait, so it is the later one now.
    expect((await worker()(early)).relation).toMatchObject({ kind: 'duplicate', duplicateOf: late.id })
  })

  it('is not waited for once it cannot be read, or does not come for half a minute', async () => {
    await window.expect(early.id)
    const stage = bind(deduplicateArticleStage, { documents, window })
    const context = { attempt: 1, traceId: 't', startedAt: new Date(), signal: new AbortController().signal }
    const missing = { key: '0'.repeat(64), bytes: 1, contentType: null }
    await expect(
      stage.run({ articleId: early.id, document: missing }, { jobKey: 'k', ...context }),
    ).rejects.toMatchObject({
      code: 'document.missing',
    })
    expect((await worker()(late)).relation.kind).toBe('original')

    const [lost, next] = [report(3, reportText(4)), report(4, edited(reportText(4)))]
    await window.expect(lost.id)
    await expect(worker()(next)).rejects.toMatchObject({ code: 'window.undecided' })
    await redis.hincrby(key(prefix, 'awaited'), 'since', -31_000)
    expect((await worker()(next)).relation.kind).toBe('original')
    expect((await worker()(lost)).relation).toMatchObject({ kind: 'duplicate', duplicateOf: next.id })
  })

  it('keeps its number when a newer version of it is expected', async () => {
    await worker()(early)
    await window.expect(early.id)
    expect(await redis.zcard(key(prefix, 'expected'))).toBe(0)
    expect((await worker()({ ...early, text: `${text} More soon.` })).relation.kind).toBe('update')
  })
})
