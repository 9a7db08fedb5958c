import { AuditLog } from '@rafid/pipeline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { runInTerminal } from '../support/run-in-terminal.ts'
import { rafidIn } from '../support/run-rafid.ts'
import type { Answer } from '../support/run-rafid.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'

let newsroom: Newsroom
let house: House
let env: Record<string, string>
let rafid: (...args: string[]) => Promise<Answer>
beforeAll(async () => {
  newsroom = await startNewsroom({ images: false })
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
  env = { REDIS_URL: house.redis.url, RAFID_DATA_DIR: house.dir }
  rafid = rafidIn(env)
  await house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl))
  await until(async () => (await house.articles()).length >= newsroom.articles().length, 200)
  await house.quiet()
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await newsroom?.close()
})

const json = async <Result>(...args: string[]): Promise<Result> =>
  JSON.parse((await rafid(...args, '--json')).text) as Result

it('status shows the queues and every process', async () => {
  const { code, text } = await rafid('status')
  expect(code).toBe(0)
  for (const service of ['scheduler', 'fetcher', 'parser', 'deduplicator', 'indexer', 'gateway']) {
    expect(text).toMatch(new RegExp(`^${service} +\\d+`, 'm'))
  }
  expect(text).toContain(`${newsroom.publishers.length} feeds`)
})

it('top is one sample without a terminal, a line of JSON each when a program asks, and live until q', async () => {
  const { code, text } = await rafid('top')
  expect(code).toBe(0)
  expect(text).toMatch(/^parse-page +0 /m)
  expect(text).toMatch(/^indexer +\d+ .* ago$/m)
  const lines = (await rafid('top', '--json', '--samples', '2', '--every', '1')).text.split('\n')
  const samples = lines.map((line) => JSON.parse(line) as { at: string; flows: unknown[]; processes: unknown[] })
  expect(samples).toHaveLength(2)
  expect(samples[0]?.flows.length).toBeGreaterThan(10)
  expect(samples[1]?.processes.length).toBeGreaterThanOrEqual(6)
  expect(Date.parse(samples[1]?.at ?? '')).toBeGreaterThan(Date.parse(samples[0]?.at ?? ''))
  const live = await runInTerminal(['top'], env, { when: 'q ends this', press: 'q' })
  expect(live.code).toBe(0)
  expect(live.screen).toContain('parse-page')
  // The terminal is as it was before.
  expect(live.screen.trimEnd().endsWith('\u001B[?1049l')).toBe(true)
})

it('articles get shows an article with its text', async () => {
  const [article] = await house.articles()
  const { text } = await rafid('articles', 'get', article?.id ?? '')
  for (const part of [article?.title, article?.url, article?.text]) expect(text).toContain(part)
  expect(await json('articles', 'get', article?.id ?? '')).toMatchObject({ id: article?.id, text: article?.text })
  const unknown = await rafid('articles', 'get', 'a0')
  expect(unknown).toMatchObject({ code: 78, errors: 'rafid: There is no article a0: rafid search shows ids.' })
})

it('articles compare says why two articles are no copies', async () => {
  const [one, two] = (await house.articles()).filter(({ relation }) => relation.kind === 'original')
  const { text } = await rafid('articles', 'compare', one?.id ?? '', two?.id ?? '')
  expect(text).toContain('They stand in different clusters.')
})

it('articles reparse fetches the page once more, and the index has what it says now', async () => {
  const feeds = newsroom.publishers.map((publisher) => publisher.feedUrl)
  // Otherwise a poll would find the correction first.
  expect((await rafid('feeds', 'pause', ...feeds)).code).toBe(0)
  await house.quiet()
  const before = (await house.articles()).find(({ relation }) => relation.kind === 'original')
  if (before === undefined) throw new Error('there is no original')
  const amended = newsroom.amend(before.url)
  const asked = newsroom.requests().length
  const { code, text } = await rafid('articles', 'reparse', before.id)
  expect(code).toBe(0)
  expect(text).toContain(`${before.id} is queued`)
  const now = async () => (await house.articles()).find(({ id }) => id === before.id)
  await until(async () => (await now())?.fetchedAt !== before.fetchedAt, 200)
  await house.quiet()
  const after = await now()
  for (const paragraph of amended.paragraphs.slice(0, 2)) expect(after?.text).toContain(paragraph)
  expect(after?.text).not.toBe(before.text)
  expect(newsroom.requests().slice(asked)).toHaveLength(1)
  const [entry] = await house.withRedis((home) => new AuditLog(home).list(1))
  expect(entry).toMatchObject({ by: 'cli', action: 'article.reparse', about: before.id })
  await rafid('feeds', 'resume', ...feeds)
})

it('queues drain holds back the polls, waits, gives up in time, and lets them go on when all is empty', async () => {
  await rafid('queues', 'pause', 'parse-page')
  newsroom.publish()
  await until(async () => {
    const { queues } = await house.pipeline()
    return queues.some(({ name, waiting }) => name === 'parse-page' && waiting > 0)
  })
  const stuck = await rafid('queues', 'drain', '--timeout', '2')
  expect(stuck.code).toBe(1)
  expect(stuck.text).toMatch(/^not empty in time/)
  expect(stuck.text).toMatch(/^parse-page +1 /m)
  expect(stuck.text).toContain('rafid queues resume poll-feed')
  await rafid('queues', 'resume', 'parse-page')
  expect((await rafid('queues', 'drain')).text).toContain('every queue is empty')
  expect((await rafid('queues', 'list')).text).toMatch(/^poll-feed .* paused$/m)
  expect(await json('queues', 'drain', '--resume')).toEqual({ drained: true, intakePaused: false, left: [] })
  expect((await rafid('queues', 'list')).text).not.toContain('paused')
})

it('doctor finds nothing amiss with a house that runs', async () => {
  const findings = (await json<{ findings: { code: string }[] }>('doctor')).findings
  // The demo's articles include none that die; a disk that is nearly full is not ours.
  expect(findings.filter(({ code }) => code !== 'data.room')).toEqual([])
})
