import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Feeds } from '@rafid/catalog'
import { AuditLog } from '@rafid/pipeline'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { recordedPoll } from '../support/recorded-poll.ts'
import { runInTerminal } from '../support/run-in-terminal.ts'
import { rafidIn } from '../support/run-rafid.ts'
import type { Answer } from '../support/run-rafid.ts'

const url = 'https://news.example/rss'
let redis: Redis
let prefix: string
let feeds: Feeds
let id: string
beforeEach(async () => {
  redis = new Redis(inject('redisUrl'))
  prefix = `t${randomUUID().slice(0, 8)}`
  feeds = new Feeds({ redis, prefix: `{${prefix}}` })
  id = (await feeds.add({ url, title: 'News', siteUrl: null })).id
  await feeds.record(id, await recordedPoll(redis, 900_000, { entriesNew: 3, outcome: 'new-entries' }))
})
afterEach(() => redis.disconnect())

const env = (): Record<string, string> => {
  return { REDIS_URL: inject('redisUrl'), RAFID_PREFIX: prefix, RAFID_DATA_DIR: join(tmpdir(), prefix) }
}
const rafid = (...args: string[]): Promise<Answer> => rafidIn(env())(...args)
const audit = async (): Promise<string[]> =>
  (await new AuditLog({ redis, prefix: `{${prefix}}` }).list(20)).map(
    ({ by, action, count }) => `${by} ${action} ${count}`,
  )

/** A process takes a second to start, and many seconds on a busy machine. */
const timeout = 120_000

it('explains a feed, by its address or its id', { timeout }, async () => {
  const told = await rafid('feeds', 'explain', url)
  expect(told.code).toBe(0)
  expect(told.text).toContain('decided by rhythm')
  expect(told.text).toMatch(/new-entries +3 +15m +rhythm/)
  const json = await rafid('--json', 'feeds', 'explain', id)
  expect(JSON.parse(json.text)).toEqual(await feeds.explain(id))
})

it('gives a feed an interval, and pauses it', { timeout }, async () => {
  expect((await rafid('feeds', 'interval', url, '2h')).text).toBe(`${id} is polled every 2h`)
  expect((await rafid('feeds', 'pause', url)).code).toBe(0)
  expect(await feeds.get(id)).toMatchObject({ status: 'paused', ownIntervalMs: 7_200_000 })
})

it('says that there is no such feed', { timeout }, async () => {
  const errors = 'rafid: there is no feed https://other.example/'
  expect(await rafid('feeds', 'explain', 'https://other.example/')).toEqual({ code: 1, text: '', errors })
})

it('adds feeds as they are, imports lists with a bar, and exports what it has', { timeout }, async () => {
  expect((await rafid('feeds', 'add', '--as-is', 'https://added.example/rss')).text).toContain('added: https://added')
  const dir = await mkdtemp(join(tmpdir(), 'rafid-feeds-'))
  try {
    const list = join(dir, 'feeds.txt')
    const addresses = Array.from({ length: 400 }, (_, index) => `https://site${index}.example/rss Site ${index}`)
    await writeFile(list, [...addresses, 'ftp://no.example/'].join('\n'))
    const { screen, code } = await runInTerminal(['feeds', 'import', list], env())
    expect(code).toBe(0)
    expect(screen).toContain('████████████████████████ 100 %  400 of 400 feeds')
    expect(screen).toContain('400 feeds added, 0 known already, 1 not usable')
    const opml = join(dir, 'feeds.opml')
    await writeFile(opml, (await rafid('feeds', 'export')).text)
    const again = await rafid('feeds', 'import', opml)
    expect(again.text).toBe('0 feeds added, 402 known already, 0 not usable')
    expect(again.errors).toContain('201 of 402 feeds')
    const listed = JSON.parse((await rafid('feeds', 'export', '--json')).text) as { url: string }[]
    expect(listed.map((feed) => feed.url).slice(0, 3)).toEqual([
      url,
      'https://added.example/rss',
      'https://site0.example/rss',
    ])
    expect((await rafid('feeds', 'list')).text).toContain('https://site399.example/rss')
    expect((await rafid('feeds', 'import', join(dir, 'nothing'))).code).toBe(78)
    expect(await audit()).toEqual(['cli feed.import 400', 'cli feed.add 1'])
  } finally {
    await rm(dir, { recursive: true })
  }
})

it('removes a feed and brings it back as it was', { timeout }, async () => {
  const before = await feeds.explain(id)
  const removed = await rafid('feeds', 'remove', id, 'f0000000000000000')
  expect(removed).toMatchObject({ code: 1, text: expect.stringContaining(`rafid feeds restore ${id}`) })
  expect((await rafid('feeds', 'restore')).text).toMatch(new RegExp(`^${id} .* ${url}$`, 'm'))
  expect(await rafid('feeds', 'restore', id)).toMatchObject({ code: 0, text: `${id} is back as it was` })
  expect(await feeds.explain(id)).toEqual(before)
  expect((await rafid('feeds', 'restore', id)).code).toBe(1)
  expect(await audit()).toEqual(['cli feed.restore 1', 'cli feed.remove 1'])
})

it('undoes a pause, resumes a feed and has it polled at once', { timeout }, async () => {
  const due = async (): Promise<string | null> => (await feeds.get(id))?.nextPollAt ?? null
  const before = await due()
  await rafid('feeds', 'pause', url)
  expect(await due()).toBeNull()
  expect((await rafid('feeds', 'unpause', url)).text).toBe(`unpause: ${id}`)
  expect(await due()).toBe(before)
  await rafid('feeds', 'pause', url)
  await rafid('feeds', 'resume', url)
  expect(await feeds.claimDue(10)).toEqual([id])
  expect((await rafid('feeds', 'poll', id)).code).toBe(0)
  expect(await feeds.claimDue(10)).toEqual([id])
  expect((await audit()).map((line) => line.split(' ')[1])).toEqual([
    'feed.poll',
    'feed.resume',
    'feed.pause',
    'feed.unpause',
    'feed.pause',
  ])
})
