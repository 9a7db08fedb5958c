import { queueNames } from '@rafid/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom, PublishedArticle } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'

type Brief = { id: string; title: string }
type View = Brief & {
  url: string
  text: string
  duplicates: Brief[]
  similar: Brief[]
  related: Brief[]
  relation: { kind: string }
}

let newsroom: Newsroom
let house: House
beforeAll(async () => {
  newsroom = await startNewsroom()
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
  await house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl))
  await until(async () => (await house.articles()).length >= newsroom.articles().length, 200)
  await house.quiet()
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await newsroom.close()
})

const isSourceLine = (line: string): boolean => /^(المصدر|Source)\s*:/.test(line)
const byUrl = async () => new Map((await house.articles()).map((article) => [article.url, article]))

it('indexes every article of every publisher once', async () => {
  const indexed = (await house.articles()).map((article) => article.url)
  expect(indexed.toSorted()).toEqual(
    newsroom
      .articles()
      .map((article) => article.url)
      .toSorted(),
  )
})

it('extracts the whole text that readers should get', async () => {
  const indexed = await byUrl()
  const missing = newsroom.articles().flatMap((article) => {
    const text = indexed.get(article.url)?.text ?? ''
    return article.paragraphs.filter((paragraph) => !isSourceLine(paragraph) && !text.includes(paragraph))
  })
  expect(missing).toEqual([])
})

it('leaves out what stands around the text', async () => {
  const texts = (await house.articles()).map((article) => article.text)
  for (const promotion of ['لمتابعة أحدث الأخبار', 'إقرأ أيضاً', 'مقالات مشابهة', 'Read more:', 'Sign up']) {
    expect(
      texts.filter((text) => text.includes(promotion)),
      promotion,
    ).toEqual([])
  }
})

it('names the agency that first published a wire copy', async () => {
  const indexed = await byUrl()
  const credited = newsroom.articles().filter((article) => article.original !== undefined)
  const unnamed = credited.filter((copy) => {
    const agency = newsroom.articles().find((article) => article.url === copy.original)?.publisher ?? '?'
    return !indexed.get(copy.url)?.attribution?.name.includes(agency)
  })
  expect(unnamed.map((copy) => [copy.url, indexed.get(copy.url)?.attribution, copy.paragraphs.slice(-1)])).toEqual([])
})

it('folds wire copies of one report, and nothing that is not one', async () => {
  const indexed = await byUrl()
  // An agency carries its report further under another address: most of the text is the same.
  const reportOf = (article: PublishedArticle): string => article.original ?? article.updates ?? article.url
  const originOf = new Map(newsroom.articles().map((article) => [article.url, reportOf(article)]))
  const urls = new Map([...indexed.values()].map((article) => [article.id, article.url]))
  const copies = [...indexed.values()].filter((article) => article.relation.kind === 'duplicate')
  expect(copies.length).toBeGreaterThan(5)
  for (const copy of copies) {
    const root = urls.get(copy.relation.duplicateOf ?? '') ?? ''
    expect(originOf.get(copy.url), copy.title).toBe(originOf.get(root))
  }
  const view = await house.get<View>(`/api/v1/articles/${copies[0]?.id}`)
  expect(view.duplicates.map((other) => other.id)).toContain(copies[0]?.relation.duplicateOf)
})

it('tells the story of every article, and has copies be of the story of the first', async () => {
  const storyOf = new Map((await house.articles()).map((article) => [article.id, article.story]))
  expect([...storyOf.values()]).not.toContain(null)
  for (const { id, relation } of await house.articles()) {
    expect(storyOf.get(id)).toBe(storyOf.get(relation.duplicateOf ?? id))
  }
})

it('finds an Arabic article by a word in another spelling', async () => {
  const page = await house.get<{ articles: Brief[] }>(`/api/v1/search?q=${encodeURIComponent('المدرسه')}`)
  expect(page.articles.length).toBeGreaterThan(0)
})

it('takes up a new article of its own accord, and follows it with one trace from poll to index', async () => {
  const published = newsroom.publish()
  await until(async () => (await byUrl()).has(published.url), 100)
  await house.quiet()
  const id = (await byUrl()).get(published.url)?.id ?? ''
  const traced = house.lines.flatMap((line) => {
    const at = line.indexOf('{')
    const record = at === -1 ? {} : (JSON.parse(line.slice(at)) as { traceId?: string; stage?: string; key?: string })
    return record.traceId ? [record] : []
  })
  const trace = traced.find((record) => record.stage === 'index-article' && record.key?.startsWith(id))?.traceId
  const stages = new Set(traced.filter((record) => record.traceId === trace).map((record) => record.stage))
  expect([...stages].toSorted()).toEqual([
    'deduplicate-article',
    'fetch-page',
    'index-article',
    'parse-feed',
    'parse-page',
    'poll-feed',
    'set-story',
    'tell-story',
  ])
})

it('takes a corrected article for a newer version of itself', async () => {
  // An Atom feed says when an entry was updated.
  const atom = newsroom.publishers.find((publisher) => publisher.feedUrl.includes('atom'))
  const article = newsroom.articles().find((one) => one.publisher === atom?.name)
  if (!article) throw new Error('no article in an Atom feed')
  const amended = newsroom.amend(article.url)
  const correction = amended.paragraphs.find((paragraph) => !article.paragraphs.includes(paragraph)) ?? ''
  await until(async () => (await byUrl()).get(article.url)?.text.includes(correction) === true, 100)
  await house.quiet()
  expect((await house.articles()).filter((one) => one.url === article.url)).toHaveLength(1)
})

it('asks publishers conditionally and is answered without a body', async () => {
  const polls = newsroom.requests().filter((request) => request.conditional)
  expect(polls.some((request) => request.status === 304)).toBe(true)
})

it('tells of every queue and every living process', async () => {
  await until(async () => (await house.pipeline()).workers.length >= 6)
  const { queues, workers } = await house.pipeline()
  expect(queues.map((queue) => queue.name)).toEqual(queueNames)
  expect(workers.map((worker) => worker.service).toSorted()).toEqual([
    'deduplicator',
    'fetcher',
    'gateway',
    'indexer',
    'parser',
    'scheduler',
  ])
  for (const worker of workers) {
    for (const probe of ['live', 'ready'])
      expect((await fetch(`${worker.healthUrl}/${probe}`)).status, worker.service).toBe(200)
    expect(await (await fetch(`${worker.healthUrl}/metrics`)).text()).toContain('rafid_')
  }
})

it('lets two parsers share the work, and queues grow and drain when a stage is scaled to nothing and back', async () => {
  await house.scale('parser', 2)
  await until(async () => (await house.pipeline()).workers.filter((worker) => worker.service === 'parser').length === 2)
  const pids = new Set<string>()
  const parsersSeen = (): number => {
    for (const line of house.lines) if (line.includes('"stage":"parse-page"')) pids.add(line.split(' ')[0] ?? '')
    return pids.size
  }
  await until(() => (newsroom.publish(), parsersSeen() === 2), 200)
  await house.scale('parser', 0)
  const before = (await house.articles()).length
  newsroom.publish()
  await until(async () =>
    (await house.pipeline()).queues.some((queue) => queue.name === 'parse-feed' && queue.waiting > 0),
  )
  expect((await house.articles()).length).toBe(before)
  await house.scale('parser', 1)
  await until(async () => (await house.articles()).length >= newsroom.articles().length, 200)
  await house.quiet()
})
