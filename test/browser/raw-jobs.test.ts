import { randomUUID } from 'node:crypto'
import { fetchPage, queueNames } from '@rafid/contracts'
import { job, Queues } from '@rafid/pipeline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from './launch-browser.ts'
import { serveGateway } from './serve-gateway.ts'
import type { ServedGateway } from './serve-gateway.ts'

const pageUrl = 'https://harbour.example/reports/1'

let gateway: ServedGateway
let queues: Queues
let browser: Browser
beforeAll(async () => {
  gateway = await serveGateway([])
  queues = new Queues(gateway.home)
  const trace = { traceId: randomUUID().replaceAll('-', ''), startedAt: '2026-01-10T12:00:00.000Z' }
  await queues.add([job(fetchPage, { url: pageUrl, feedId: null, entry: null })], trace)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await queues?.close()
  await gateway?.[Symbol.asyncDispose]()
})

it('an operator finds a raw job from the page of the pipeline, and nothing comes from elsewhere', async () => {
  const page = await browser.newPage({ locale: 'en' })
  const answeredBy = new Set<string>()
  const errors: string[] = []
  page.on('response', (response) => void answeredBy.add(new URL(response.url()).origin))
  page.on('pageerror', (error) => void errors.push(error.message))
  await page.goto(`${gateway.url}/pipeline`)
  await page.getByRole('link', { name: 'Raw jobs' }).click()
  for (const name of queueNames) await page.getByRole('link', { name, exact: true }).first().waitFor()
  await page.goto(`${gateway.url}/bull/queue/fetch-page?status=waiting`)
  await page.getByText(pageUrl).first().waitFor()
  expect([...answeredBy]).toEqual([gateway.url])
  expect(errors).toEqual([])
})

it.each([
  ['PUT', '/bull/api/queues/fetch-page/pause'],
  ['PUT', '/bull/api/queues/fetch-page/obliterate'],
  ['PUT', '/bull/api/queues/fetch-page/clean/waiting'],
  ['PUT', '/bull/api/queues/pause'],
  ['POST', '/bull/api/queues/fetch-page/add'],
  ['DELETE', '/bull/api/queues/fetch-page'],
])('%s %s changes nothing: the audit log would not know of it', async (method, path) => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const response = await fetch(`${gateway.url}${path}`, { method, headers, body: '{}' })
  expect(response.status).toBe(405)
  expect(await response.json()).toMatchObject({ code: 'request.read_only' })
  expect(await queues.depth('fetch-page')).toBe(1)
  expect(await queues.queue('fetch-page').isPaused()).toBe(false)
})
