import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FaultKind } from '../../infra/dev/newsroom/faults.ts'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom, PublishedArticle } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'

/** Faults that cannot be mended by trying again, and the code of the dead letter each must leave. */
const hopeless: [FaultKind, string][] = [
  ['redirect-loop', 'net.too_many_redirects'],
  ['redirect-private', 'net.redirect_blocked'],
  ['huge', 'body.too_large'],
  ['gzip-bomb', 'body.decoded_too_large'],
]

/** Faults that pass: the article arrives all the same. */
const passing: FaultKind[] = ['server-error', 'rate-limited', 'truncated', 'reset']

let newsroom: Newsroom
let house: House
let struck: Map<FaultKind, PublishedArticle>
beforeAll(async () => {
  newsroom = await startNewsroom()
  struck = new Map()
  // One fault a publisher at most of the passing kind, so that a throttled host does not hold up the others.
  const articles = newsroom.articles()
  for (const [kind] of hopeless) strike(kind, articles.pop())
  for (const [at, kind] of passing.entries()) {
    strike(
      kind,
      articles.find((article) => article.publisher === newsroom.publishers[at]?.name),
      1,
    )
  }
  newsroom.misbehave({ kind: 'broken-feed', host: newsroom.publishers[5]?.host ?? '', path: /feed/, times: 1 })
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
  await house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl))
})
afterAll(async () => {
  await house[Symbol.asyncDispose]()
  await newsroom.close()
})

function strike(kind: FaultKind, article: PublishedArticle | undefined, times?: number): void {
  if (!article) throw new Error('no article left')
  const { host, pathname, search } = new URL(article.url)
  const path = new RegExp(`^${RegExp.escape(pathname + search)}`)
  newsroom.misbehave({ kind, host, path, retryAfterSeconds: 1, ...(times !== undefined && { times }) })
  struck.set(kind, article)
}

it('brings every article home but those whose page cannot be had', async () => {
  const lost = new Set(hopeless.map(([kind]) => struck.get(kind)?.url))
  const wanted = newsroom.articles().map((article) => article.url)
  await until(async () => (await house.articles()).length === wanted.length - lost.size, 200)
  await house.quiet()
  const indexed = (await house.articles()).map((article) => article.url)
  expect(indexed.toSorted()).toEqual(wanted.filter((url) => !lost.has(url)).toSorted())
})

it('leaves a dead letter with a coded reason for each of those', async () => {
  const letters = await house.deadLetters()
  expect(letters.map((letter) => letter.code).toSorted()).toEqual(hopeless.map(([, code]) => code).toSorted())
})

it('never dials a private address that a publisher redirects to', () => {
  expect(house.lines.some((line) => line.includes('net.redirect_blocked'))).toBe(true)
  expect(house.lines.some((line) => line.includes('"code":"net.connect"') && line.includes('10.0.0.1'))).toBe(false)
})

it('gives every process that met a fault no reason to crash', () => {
  expect(house.lines.filter((line) => line.includes('crashed'))).toEqual([])
})
