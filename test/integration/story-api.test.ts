import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoryLog } from '@rafid/catalog'
import { moveStory, setStory } from '@rafid/contracts'
import { original, sampleArticle, sampleId } from '@rafid/gateway/pages/sample-article.ts'
import { storyApi } from '@rafid/gateway/story-api.ts'
import { problemOf } from '@rafid/gateway/problem.ts'
import { Queues } from '@rafid/pipeline'
import { openReader, openWriter } from '@rafid/search'
import type { ArticleReader, ArticleWriter } from '@rafid/search'
import type { StoryRecord } from '@rafid/similarity'
import { Hono } from 'hono'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'

let dir: string
let redis: Redis
let writer: ArticleWriter
let reader: ArticleReader
let stories: StoryLog
let queues: Queues
let app: Hono
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'rafid-story-api-'))
  redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  writer = openWriter(join(dir, 'index.db'))
  reader = openReader(join(dir, 'index.db'))
  const home = { redis, prefix: `{t${randomUUID().slice(0, 8)}}` }
  stories = new StoryLog(home)
  queues = new Queues(home)
  app = new Hono()
  app.onError((error, context) => problemOf(context, error))
  storyApi(app, { reader, stories, queues })
  for (const number of [1, 2, 3, 4]) {
    await writer.put(sampleArticle(number), original)
    await writer.setStory({ articleId: sampleId(number), storyId: number === 4 ? 's4' : 's1', order: 1 })
  }
})
afterEach(async () => {
  await queues.close()
  redis.disconnect()
  await reader.close()
  await writer.close()
  rmSync(dir, { recursive: true })
})

async function ask(path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const response = await app.request(path, body === undefined ? {} : init)
  return { status: response.status, body: JSON.parse(await response.text()) }
}

async function queued(name: string): Promise<unknown[]> {
  const waiting = await queues.queue(name).getWaiting(0, 9)
  return waiting.map(({ data }) => (data as { payload: unknown }).payload)
}

async function logged(): Promise<StoryRecord[]> {
  const records: StoryRecord[] = []
  for await (const { record } of stories.read('en', '')) records.push(record)
  return records
}

it('shows the members of a story, under its other names too', async () => {
  const { body } = await ask('/stories/s1')
  expect(body).toMatchObject({ id: 's1', lang: 'en', articles: [3, 2, 1].map((number) => ({ id: sampleId(number) })) })
  await writer.moveStory('s4', 's1')
  expect((await ask('/stories/s4')).body).toMatchObject({ id: 's1' })
  expect(await ask('/stories/s9')).toMatchObject({ status: 404, body: { code: 'story.unknown' } })
})

it('has an operator join stories, for the shelves and for the index', async () => {
  expect(await ask('/stories/s1/merge', { with: 's4' })).toEqual({ status: 202, body: { id: 's1', merged: 's4' } })
  expect(await logged()).toEqual([{ kind: 'merge', from: 's4', to: 's1' }])
  expect(await queued(moveStory.name)).toEqual([{ from: 's4', to: 's1' }])
  expect(await ask('/stories/s1/merge', { with: 's1' })).toMatchObject({ status: 422, body: { code: 'story.same' } })
  expect(await ask('/stories/s1/merge', { with: 's9' })).toMatchObject({ status: 404 })
})

it('refuses to join stories of two languages', async () => {
  await writer.put(sampleArticle(5, { lang: 'ar' }), original)
  await writer.setStory({ articleId: sampleId(5), storyId: 's5', order: 1 })
  expect(await ask('/stories/s1/merge', { with: 's5' })).toMatchObject({ body: { code: 'story.other_language' } })
})

it('has an operator take articles out of a story', async () => {
  const { status, body } = await ask('/stories/s1/split', { articles: [sampleId(1)] })
  expect(status).toBe(202)
  expect(body).toMatchObject({ from: 's1', articles: [sampleId(1)] })
  expect(await logged()).toEqual([{ kind: 'split', from: 's1', into: body['id'], articleIds: [sampleId(1)] }])
  const decision = setStory.schema.parse((await queued(setStory.name))[0])
  await writer.setStory(decision)
  expect((await reader.story(String(body['id'])))?.articles.map(({ id }) => id)).toEqual([sampleId(1)])
  await writer.setStory({ articleId: sampleId(1), storyId: 's1', order: 1 })
  expect((await reader.get(sampleId(1)))?.story).toBe(body['id'])
})

it('refuses to take out what is not there, or everything', async () => {
  const split = async (articles: string[]) => (await ask('/stories/s1/split', { articles })).body['code']
  expect(await split([sampleId(4)])).toBe('story.not_member')
  expect(await split([1, 2, 3].map(sampleId))).toBe('story.whole')
  expect(await logged()).toEqual([])
})

it('takes corrections as JSON only', async () => {
  const form = { method: 'POST', body: 'with=s4', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  for (const path of ['/stories/s1/merge', '/stories/s1/split'])
    expect((await app.request(path, form)).status).toBe(415)
})
