import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startNewsroom } from '../../infra/dev/newsroom/newsroom.ts'
import { startHouse } from '../support/start-house.ts'
import type { House } from '../support/start-house.ts'
import { until } from '../support/until.ts'
import { launchBrowser } from './launch-browser.ts'

/** Where the README looks for them. */
const folder = join(import.meta.dirname, '../../infra/dev/screenshots')

/** Larger pictures have no place in a repository. */
const bytesMax = 150_000

const viewport = { width: 1180, height: 860 }

/** A chart of so many minutes shows something; the demo publishes in between. */
const minutesShown = Number(process.argv[2] ?? 6)
const publishEveryMs = 1_500

/** Each page in the language and the light that the README shows it in. */
const shots = [
  { name: 'pipeline', path: '/pipeline', ui: 'en', colorScheme: 'light' },
  { name: 'pipeline-dark', path: '/pipeline', ui: 'ar', colorScheme: 'dark' },
  { name: 'workers', path: '/workers', ui: 'en', colorScheme: 'light' },
  { name: 'hosts', path: '/hosts', ui: 'en', colorScheme: 'light' },
  { name: 'hosts-dark', path: '/hosts', ui: 'ar', colorScheme: 'dark' },
  { name: 'dead-letters', path: '/dead-letters', ui: 'en', colorScheme: 'light' },
  { name: 'dead-letters-dark', path: '/dead-letters', ui: 'ar', colorScheme: 'dark' },
  { name: 'feeds', path: '/feeds', ui: 'ar', colorScheme: 'light' },
  { name: 'feeds-dark', path: '/feeds', ui: 'en', colorScheme: 'dark' },
] as const

await takeScreenshots()

/** Photographs the pages of operators over the demo newsroom, some of whose publishers misbehave. */
async function takeScreenshots(): Promise<void> {
  await using newsroom = await startNewsroom({ images: false, intervalMs: publishEveryMs })
  for (const [at, { url }] of newsroom.articles().slice(0, 6).entries()) {
    const { host, pathname } = new URL(url)
    const kind = at % 2 === 0 ? 'huge' : 'redirect-private'
    newsroom.misbehave({ kind, host, path: new RegExp(`^${RegExp.escape(pathname)}(?:$|\\?)`) })
  }
  const allow = newsroom.publishers.map(({ host }) => host)
  await using house = await startHouse({ allow, scale: { parser: 2, fetcher: 2 }, env: { RAFID_HOST_GAP_MS: '50' } })
  await house.addFeeds(newsroom.publishers.map(({ feedUrl }) => feedUrl))
  await until(async () => (await house.deadLetters()).length > 0)
  const browser = await launchBrowser()
  try {
    await mkdir(folder, { recursive: true })
    await until(async () => (await minutesSeen(house)) >= minutesShown, 2_000)
    const [strict, failing] = newsroom.publishers.map(({ host }) => host)
    newsroom.misbehave({ kind: 'rate-limited', host: strict ?? '', retryAfterSeconds: 900, times: 2 })
    newsroom.misbehave({ kind: 'server-error', host: failing ?? '', times: 4 })
    await until(async () => (await limitedHosts(house)) > 0)
    for (const shot of shots) await take(browser, house, shot)
  } finally {
    await browser.close()
  }
}

async function minutesSeen(house: House): Promise<number> {
  const page = await fetch(`${house.url}/pipeline`)
  return (await page.text()).match(/<tr data-at=/g)?.length ?? 0
}

async function limitedHosts(house: House): Promise<number> {
  const { hosts } = await house.get<{ hosts: { limit: object | null }[] }>('/api/v1/hosts')
  return hosts.filter(({ limit }) => limit !== null).length
}

/** @throws Error for a picture that is too large */
async function take(
  browser: Browser,
  house: House,
  { name, path, ui, colorScheme }: (typeof shots)[number],
): Promise<void> {
  const context = await browser.newContext({ viewport, colorScheme, locale: ui })
  const page = await context.newPage()
  await page.goto(`${house.url}${path}?ui=${ui}`)
  if (path === '/pipeline') await page.locator('.chart canvas').waitFor()
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file })
  const { size } = await stat(file)
  if (size > bytesMax) throw new Error(`${name}.png has ${size} bytes: at most ${bytesMax} are wanted`)
  console.log(`${name}.png: ${Math.round(size / 1000)} kB`)
  await context.close()
}
