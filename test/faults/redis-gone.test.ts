import { expect, it } from 'vitest'
import { startHouse } from '../support/start-house.ts'
import { until } from '../support/until.ts'

it('goes on serving what it has while Redis is away, says so, and recovers by itself', async () => {
  await using house = await startHouse({
    allow: [],
    scale: { parser: 0, fetcher: 0, deduplicator: 0, indexer: 0, scheduler: 0 },
  })
  await house.redis.kill()
  expect((await fetch(`${house.url}/api/v1/articles`)).status).toBe(200)
  expect((await fetch(`${house.url}/`)).status).toBe(200)
  const pipeline = await fetch(`${house.url}/api/v1/pipeline`)
  expect(pipeline.status).toBe(503)
  expect(await pipeline.json()).toMatchObject({ code: 'redis.unreachable' })
  expect((await fetch(`${house.url}/pipeline`)).status).toBe(503)
  expect((await fetch(`${house.url}/ready`)).status).toBe(503)
  expect((await fetch(`${house.url}/live`)).status).toBe(200)
  await house.redis.restart()
  await until(async () => (await fetch(`${house.url}/ready`)).ok)
  expect((await fetch(`${house.url}/api/v1/pipeline`)).status).toBe(200)
})
