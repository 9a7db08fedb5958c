import type { TracedItem } from '@rafid/catalog'
import type { Funnel } from '@rafid/operations'
import type { DeadLetter, WorkerRecord } from '@rafid/pipeline'
import type { ArticleReader, IndexedArticle, SearchHit } from '@rafid/search'
import { load } from 'cheerio/slim'
import { expect, it } from 'vitest'
import { articlePage } from './article-page.ts'
import { drainPage } from './drain-page.ts'
import { errorPage } from './error-page.ts'
import { feedPage } from './feed-page.ts'
import { feedsPage } from './feeds-page.ts'
import { formatsOf } from './formats.ts'
import { funnelPage } from './funnel-page.ts'
import { homePage } from './home-page.ts'
import type { WatchedHost } from './host-state.ts'
import { hostsPage } from './hosts-page.ts'
import { messagePage } from './message-page.ts'
import { pipelinePage } from './pipeline-page.ts'
import { original, sampleArticle } from './sample-article.ts'
import { savedSearchPage } from './saved-search-page.ts'
import { searchesPage } from './searches-page.ts'
import { searchPage } from './search-page.ts'
import { stringsOf } from './strings.ts'
import { tracePage } from './trace-page.ts'
import type { View } from './view.ts'
import { workersPage } from './workers-page.ts'

const hostile = `"'></title></script><script>boom()</script><img src=x onerror=boom()> onclick="boom()"`
const hostileUrl = `https://a.example/"'><script>boom()</script>`
const scriptUrl = 'javascript:boom()'

const view: View = {
  ui: 'en',
  direction: 'ltr',
  t: stringsOf('en'),
  format: formatsOf('en'),
  now: new Date('2026-01-10T13:00:00Z'),
  assets: {
    css: '/assets/a.css',
    js: '/assets/a.js',
    icon: '/assets/a.svg',
    chart: '/assets/c.js',
    chartLibrary: '/assets/l.js',
    chartCss: '/assets/c.css',
  },
  path: '/search',
  query: { q: hostile, lang: hostile, source: hostile },
}

const outlet = { name: hostile, url: scriptUrl }
const whole: IndexedArticle = {
  ...sampleArticle(1, {
    title: hostile,
    text: hostile,
    html: hostile,
    lang: hostile,
    author: hostile,
    url: hostileUrl,
    image: hostileUrl,
    source: outlet,
    attribution: { name: `${hostile}2`, url: hostileUrl },
    keywords: [hostile],
    readAlso: [
      { title: hostile, url: hostileUrl },
      { title: hostile, url: scriptUrl },
    ],
  }),
  relation: original,
  story: hostile,
}
const hit: SearchHit = {
  ...whole,
  summary: hostile,
  copies: 2,
  snippet: [
    { text: hostile, hit: true },
    { text: hostile, hit: false },
  ],
}
const found = { articles: [hit], nextCursor: hostile }
const counts = [{ value: hostile, count: 1 }]
const reader: ArticleReader = {
  newest: async () => found,
  search: async () => ({ ...found, total: 1, totalIsExact: false }),
  facets: async () => ({ lang: counts, source: counts, tag: counts, day: counts }),
  didYouMean: async () => [hostile],
  get: async () => whole,
  duplicates: async () => [hit],
  neighbours: async () => ({ similar: [hit], related: [hit] }),
  story: async () => ({ id: hostile, lang: hostile, articles: [hit] }),
  count: async () => ({ articles: 1, originals: 1 }),
  close: async () => {},
}
const at = '2026-01-10T12:00:00.000Z'
const feed = {
  id: hostile,
  url: hostileUrl,
  title: hostile,
  siteUrl: scriptUrl,
  addedAt: at,
  lastPollAt: at,
  nextPollAt: at,
  lastOutcome: hostile,
  errorCode: hostile,
  errorsInARow: 2,
  entriesSeen: 3,
  status: 'active' as const,
  pollRule: hostile,
  silentSince: at,
  ownIntervalMs: 3_600_000,
}
const worker: WorkerRecord = {
  id: hostile,
  service: hostile,
  host: hostile,
  pid: 1,
  startedAt: at,
  healthUrl: hostileUrl,
  stages: [{ name: hostile, concurrency: 1, active: 1 }],
}
const silent = { ...worker, version: hostile, lastBeatMs: 20_000 }
const host: WatchedHost = {
  host: hostile,
  askedAt: new Date(at),
  inFlightSince: new Date(at),
  nextAt: new Date(at),
  limit: { of: 'host', until: new Date(at), address: hostile },
  slowFactor: 2,
  requests: 2,
  failures: 1,
  errors: [{ at: new Date(at), code: hostile, address: scriptUrl }],
  robots: { found: hostile, fetchedAt: at, freshUntil: at, isKnown: false, crawlDelayMs: 1 },
}
const letter: DeadLetter = {
  id: hostile,
  stage: hostile,
  code: hostile,
  message: hostile,
  attempts: 1,
  diedAt: new Date(at),
  worker: hostile,
  traceId: hostile,
  item: { id: 'i0', url: hostileUrl, feedId: hostile, startedAt: new Date(at) },
  payload: { url: hostileUrl },
}
const letters = [letter, { ...letter, payload: { url: scriptUrl } }, { ...letter, payload: { feedId: hostile } }]
const queue = {
  name: hostile,
  waiting: 1,
  active: 1,
  delayed: 1,
  failed: 1,
  oldestWaitingMs: 1,
  isPaused: true,
  delayedOverdueMs: 1,
}
const flow = {
  ...queue,
  workers: 1,
  slots: 1,
  settledPerSecond: 1,
  arrivalsPerSecond: 2,
  deferredPerSecond: 1,
  errorShare: 0.5,
  busyShare: 1,
  capacityPerWorker: 1,
  serviceMs: { p50: 1, p95: 2, p99: 3 },
  waitMs: { p50: 1, p95: 2, p99: 3 },
  oldestActiveMs: 90_000,
  oldestWaitingMs: 90_000,
}
const trouble = { code: hostile as 'stage.hung', about: hostile, extent: 1 }
const minute = { atMs: 60_000, stages: [{ ...flow, stage: hostile, serviceP95Ms: 1 }], searchable: [1] }
const watched = { atMs: 1, flows: [flow], processes: [], troubles: [trouble], minutes: [minute, minute] }
const pipeline = {
  queues: [queue],
  workers: [worker],
  feeds: 1,
  articles: { articles: 1, originals: 1 },
  deadLetters: letters,
  watched,
}
const drift = { since: at, changes: ['shorter' as const], lengthRatio: 0.2, refused: { usual: 0, now: 0 } }
const drifting = [{ ...drift, site: hostile, confidence: { usual: 0.9, now: null } }]
const removed = [{ id: hostile, url: scriptUrl, title: hostile, removedAt: at }]
const list = { feeds: [feed], total: 1, offset: 0, drifting, silent: [feed], removed }
const explanation = {
  feed: { ...feed, status: 'gone' as const },
  next: { at, rule: hostile, wishes: { [hostile]: 1, ttl: 60_000 } },
  rhythm: { entriesPerDay: 1, byHour: [1, 2], byDay: [1], hoursWatched: 9 },
  lastNewAt: at,
  failingSince: at,
  moving: { url: hostileUrl, since: at, polls: 1 },
  oldUrls: [hostileUrl, scriptUrl],
  polls: [{ at, outcome: hostile, entriesNew: 1, errorCode: hostile, waitMs: 1, rule: hostile }],
}

const rest = { why: 'dead' as const, stage: hostile, relation: hostile, reason: hostile, count: 1 }
const funnel: Funnel = {
  steps: [{ name: 'seen', count: 1, rest: [rest, { ...rest, why: 'done' }] }],
  edited: 1,
  items: {
    originals: 1,
    copies: 1,
    updates: 1,
    replaced: 1,
    unchanged: 1,
    joined: 1,
    dead: 1,
    dropped: 1,
    inFlight: 1,
  },
}
const event = { stage: hostile, atMs: 1, waitedMs: 1, tookMs: 1, outcome: hostile, code: hostile, attempt: 1, times: 2 }
const traced: TracedItem = {
  id: hostile,
  url: scriptUrl,
  feedId: hostile,
  traceId: hostile,
  startedAt: new Date(at),
  state: { phase: 'dead', stage: 'parse-page', relation: hostile, reason: hostile },
  articleId: hostile,
  rounds: 1,
  deaths: 1,
  events: [{ ...event, worker: hostile }],
  eventsLost: 1,
}
const indexed = { ...traced, url: hostileUrl, state: { ...traced.state, phase: 'done', stage: 'index-article' } }

const search = { id: hostile, name: hostile, query: hostile, createdAt: at, webhook: scriptUrl }
const match = { articleId: hostile, title: hostile, url: scriptUrl, source: hostile, lang: hostile, publishedAt: null }

it.each([
  ['the newest articles', homePage({ ...view, path: '/', query: {} }, reader)],
  ['the search', searchPage({ ...view, query: { q: hostile, source: hostile } }, reader)],
  ['an article', articlePage(view, reader, whole)],
  ['the pipeline', pipelinePage(view, pipeline)],
  ['the workers', workersPage(view, [silent], hostile)],
  ['the question before a process drains', drainPage(view, silent, [silent])],
  ['the hosts', hostsPage({ ...view, query: {} }, [host])],
  ['one host', hostsPage({ ...view, query: { host: hostile } }, [host])],
  ['the feeds after adding one', feedsPage(view, list, { kind: 'added', feed })],
  ['the feeds after removing one', feedsPage(view, list, { kind: 'removed', feed })],
  ['the feeds after a list that is none', feedsPage(view, list, { kind: 'list-refused', code: hostile })],
  [
    'the feeds after a refusal',
    feedsPage(view, list, { kind: 'refused', url: hostile, title: hostile, code: hostile }),
  ],
  ['one feed', feedPage(view, explanation, { kind: 'refused', minutes: hostile })],
  ['the saved searches', searchesPage(view, [search], { kind: 'added', search })],
  [
    'the saved searches after a refusal',
    searchesPage(view, [search], { kind: 'refused', query: hostile, name: hostile, code: hostile }),
  ],
  ['one saved search', savedSearchPage(view, search, [{ ...match, id: '1', matchedAt: at }])],
  ['the way of an article', tracePage(view, { kind: 'found', asked: hostile, items: [traced, indexed as TracedItem] })],
  ['the way of what nobody can follow', tracePage(view, { kind: 'refused', asked: hostile, code: hostile })],
  ['a funnel', funnelPage(view, { scope: { day: hostile, feed: hostile, host: hostile }, funnel, feed })],
  ['an error', errorPage(view, new Error(hostile)).page],
  ['a message', messagePage(view, { title: hostile, text: hostile, code: hostile, detail: hostile })],
])('%s shows hostile words as words, in every place', async (_, page) => {
  const text = String(await page)
  const $ = load(text)
  const foreign = $('script:not([src^="/assets/"])').map((_index, script) => $(script).attr('type') ?? '')
  expect(new Set(foreign.get())).toEqual(new Set(text.includes('ld+json') ? ['application/ld+json'] : []))
  expect(text).not.toContain('<script>')
  expect($('[onerror], [onclick], img[src="x"]').length).toBe(0)
  expect($('a').filter((_index, link) => /^\s*javascript:/i.test($(link).attr('href') ?? '')).length).toBe(0)
  expect($('main').length).toBe(1)
})
