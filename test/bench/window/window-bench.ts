import type { Article } from '@rafid/contracts'
import { Redis } from 'ioredis'
import { startRedis } from '../../support/start-redis.ts'
import { report } from '../../support/sample-reports.ts'
import type { Bench } from '../bench.ts'
import { openCorpus } from '../dedup/corpus.ts'
import { showProgress } from '../show-progress.ts'
import { textTable } from '../text-table.ts'
import { rootsOf, sameClusters } from './compare-partitions.ts'
import { decider } from './decider.ts'
import type { Decided } from './decider.ts'
import { costOfNews, costOfTemplate, type WindowCost } from './measure-cost.ts'
import { readOptions, windowUsage } from './options.ts'
import { runWorkers } from './run-workers.ts'

const deliveries = 3
const racing = 600
const hours = 24 * 365

/** The window of recent articles: its cost in Redis, and many workers against one. */
export const windowBench: Bench = {
  usage: windowUsage,

  async run(args) {
    const options = readOptions(args)
    const news = options.cost ? await costOfNews(options.sizes) : []
    const template = options.cost ? await costOfTemplate(options.template) : null
    if (options.cost) console.log(`\n${costTable(news, template)}`)
    const workers = options.workers ? await compareWorkers(options.dataFolder, options.kills) : null
    if (workers !== null) console.log(`\n${workersTable(workers)}`)
    if (options.json) console.log(JSON.stringify({ bench: 'window', results: { rafid: { news, template, workers } } }))
  },
}

type WorkersAgainstOne = {
  readonly articles: number
  readonly killed: number
  /** Share of articles whose cluster is the one that one worker found, 0 to 1. */
  readonly sameClusters: number
  /** Of articles that have nothing in common, raced by all processes: clusters found. */
  readonly raced: { readonly articles: number; readonly clusters: number }
}

async function compareWorkers(dataFolder: string | null, kills: number): Promise<WorkersAgainstOne> {
  const docs = openCorpus(dataFolder, 'dev').docs('synth')
  const articles = docs.map(({ title, body, ts, source, lang }, number): Article => {
    const at = new Date(ts).toISOString()
    const made = report(number, body, { publisher: number })
    return { ...made, title, lang, url: `https://${source}.example/${number}`, publishedAt: at, fetchedAt: at }
  })
  const alone = rootsOf(await decideAlone(articles))
  const { decided, killed } = await runWorkers(articles, { deliveries, kills })
  const others = articles.filter((_, at) => at % Math.floor(articles.length / racing) === 0).slice(0, racing)
  const distinct = others.map((article, number) => ({ ...article, text: `${article.id} ${uniqueText(number)}` }))
  const raced = rootsOf((await runWorkers(distinct, { deliveries: 4, kills: 0 })).decided)
  return {
    articles: articles.length,
    killed,
    sameClusters: sameClusters(alone, rootsOf(decided)),
    raced: { articles: distinct.length, clusters: new Set(raced.values()).size },
  }
}

/** Words that no other article has. */
function uniqueText(number: number): string {
  return Array.from({ length: 60 }, (_, at) => `word${number}x${at}`).join(' ')
}

async function decideAlone(articles: readonly Article[]): Promise<Map<string, Decided>> {
  const server = await startRedis({ appendonly: 'no' })
  const redis = new Redis(server.url, { maxRetriesPerRequest: null })
  const progress = showProgress('one worker', articles.length)
  try {
    const decide = decider({ redis, prefix: '{bench}' }, hours)
    const decided = new Map<string, Decided>()
    for (const article of articles) {
      decided.set(article.id, await decide(article))
      progress.step()
    }
    return decided
  } finally {
    redis.disconnect()
    await server.stop()
  }
}

function costTable(news: readonly WindowCost[], template: WindowCost | null): string {
  const rows = [
    ...news.map((cost) => ['news', cost] as const),
    ...(template ? [['one template', template] as const] : []),
  ]
  return textTable(
    ['window of', 'articles', 'bytes an article', 'round trips', 'commands', 'Redis ms', 'worker ms'],
    rows.map(([label, cost]) => [
      label,
      cost.articles.toLocaleString('en'),
      Math.round(cost.bytesPerArticle).toLocaleString('en'),
      cost.roundTripsPerArticle.toFixed(2),
      cost.commandsPerArticle.toFixed(1),
      cost.redisCpuMs.toFixed(2),
      cost.workerCpuMs.toFixed(2),
    ]),
  )
}

function workersTable({ articles, killed, sameClusters: same, raced }: WorkersAgainstOne): string {
  return textTable(
    ['4 processes × 16 workers', 'articles', 'killed', 'as one worker'],
    [
      ['each delivered 3 times', articles.toLocaleString('en'), String(killed), `${(same * 100).toFixed(2)} %`],
      ['raced, nothing in common', String(raced.articles), '0', `${raced.clusters} clusters`],
    ],
  )
}
