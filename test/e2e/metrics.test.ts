import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findPromtool } from '../../infra/dev/find-promtool.mjs'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import type { Newsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'

const root = join(import.meta.dirname, '../..')

let newsroom: Newsroom
let house: House
/** What every process says at `/metrics`, by its service. */
let said: Map<string, string>
beforeAll(async () => {
  newsroom = await startNewsroom({ images: false })
  house = await startHouse({ allow: newsroom.publishers.map((publisher) => publisher.host) })
  await house.addFeeds(newsroom.publishers.map((publisher) => publisher.feedUrl))
  await until(async () => (await house.pipeline()).articles.articles >= newsroom.articles().length, 200)
  // Two looks at the pipeline: rates are known from the second on.
  await until(async () => (await scrape(house.url)).includes('rafid_stage_workers_needed{'), 500)
  const { workers } = await house.pipeline()
  said = new Map(
    await Promise.all(workers.map(async ({ service, healthUrl }) => [service, await scrape(healthUrl)] as const)),
  )
})
afterAll(async () => {
  await house?.[Symbol.asyncDispose]()
  await newsroom?.close()
})

async function scrape(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text()
}

it('are such as Prometheus wants them, from every process', async () => {
  const promtool = await findPromtool(join(root, '.rafid/prometheus'), (message) => console.error(message))
  expect([...said.keys()].toSorted()).toEqual(['deduplicator', 'fetcher', 'gateway', 'indexer', 'parser', 'scheduler'])
  for (const [service, metrics] of said) {
    const child = spawn(promtool, ['check', 'metrics'])
    child.stdin.end(metrics)
    // Names of the libraries that measure the process are theirs.
    const complaints = (await text(child.stderr))
      .split('\n')
      .filter((line) => line !== '' && !/^rafid_(nodejs|process)_/.test(line))
    expect(complaints, service).toEqual([])
  }
})

it('are there under every name that an alert or a panel asks for', () => {
  const asked = ['infra/prometheus/alerts.yml', 'infra/grafana/dashboards/rafid.json'].flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\brafid_[a-z0-9_]+/g)].map(([name]) => name),
  )
  expect(asked.length).toBeGreaterThan(20)
  const all = [...said.values()].join('\n')
  const missing = [...new Set(asked)].filter((name) => !new RegExp(`^${name}(\\{| )`, 'm').test(all))
  // Told of only where it has happened.
  const rare = ['rafid_extraction_drifts_total']
  expect(missing.filter((name) => !(rare.includes(name) && all.includes(`# TYPE ${name} `)))).toEqual([])
})

it('count at least a job of the indexer for each article of the index', async () => {
  const { articles } = (await house.pipeline()).articles
  const count = (service: string, name: string): number =>
    [
      ...(said.get(service) ?? '').matchAll(new RegExp(`^${name}\\{[^}]*stage="index-article"[^}]*\\} (\\d+)$`, 'gm')),
    ].reduce((sum, [, value]) => sum + Number(value), 0)
  expect(count('indexer', 'rafid_jobs_total')).toBeGreaterThanOrEqual(articles)
})
