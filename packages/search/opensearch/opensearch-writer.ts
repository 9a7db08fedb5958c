import type { ArticleWriter, StoryDecision } from '../article-index.ts'
import { carryOver } from './carry-over.ts'
import { Cards } from './cards.ts'
import { openCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { moveCluster, moveStory, setStories } from './follow-decisions.ts'
import { forgetArticles } from './forget-articles.ts'
import { gather } from './gather.ts'
import { indexNames } from './index-names.ts'
import { prepareLayout } from './layout.ts'
import type { OpenSearchOptions } from './opensearch-options.ts'
import { putArticles } from './put-articles.ts'
import type { Delivery, KnownParts, PutResult } from './put-articles.ts'
import type { Store } from './settle.ts'

/** Calls that go together. */
const batchMax = 200

/**
 * Opens an index in an OpenSearch cluster for writing. Any number of processes on any machines may write. Nothing is
 * asked of the cluster before the first write, so a service starts also while the cluster is away.
 */
export function openOpenSearchWriter(options: OpenSearchOptions): ArticleWriter {
  return writerOn(openCluster(options), options.name)
}

/** The same on a connection that is open. */
export function writerOn(cluster: Cluster, name: string): ArticleWriter {
  const names = indexNames(name)
  const store: Store = { cluster, names, cards: new Cards(cluster, names) }
  const known: KnownParts = { months: new Set(), langs: new Set() }
  const prepared = once(() => prepareLayout(cluster, names))
  const carry = inBackground((isOver) => carryOver(store, known, isOver))
  const whenReady = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    await prepared()
    carry.start()
    return run()
  }
  const puts = gatherPuts((deliveries) => whenReady(() => putArticles(store, deliveries, known)))
  const decisions = gatherDecisions((batch) => whenReady(() => setStories(store, batch)))
  return {
    put: (article, relation) => puts.call({ article, relation }),
    moveCluster: (from, to) => whenReady(() => moveCluster(store, from, to)),
    setStory: async (decision) => void (await decisions.call(decision)),
    moveStory: (from, to) => whenReady(() => moveStory(store, from, to)),
    async retain(rule) {
      const forgotten = await whenReady(() => forgetArticles(store, rule))
      known.months.clear()
      return forgotten
    },
    async close() {
      await Promise.all([puts.idle(), decisions.idle(), carry.stop()])
      await cluster.close()
    },
  }
}

function gatherPuts(run: (deliveries: readonly Delivery[]) => Promise<readonly (PutResult | Error)[]>) {
  return gather<Delivery, PutResult>(run, { batchMax, keyOf: ({ article }) => article.id })
}

function gatherDecisions(run: (decisions: readonly StoryDecision[]) => Promise<void>) {
  const runAll = async (batch: readonly StoryDecision[]): Promise<readonly true[]> => {
    await run(batch)
    return batch.map(() => true)
  }
  return gather<StoryDecision, true>(runAll, { batchMax, keyOf: ({ articleId }) => articleId })
}

/** Runs it until it has succeeded once. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= run().catch((error: unknown) => {
      running = null
      throw error
    })
    return running
  }
}

/** What fails is tried again at the next start, so nobody waits for it. */
function inBackground(run: (isOver: () => boolean) => Promise<void>): { start: () => void; stop: () => Promise<void> } {
  let isOver = false
  let running: Promise<void> | null = null
  return {
    start: () => {
      running ??= run(() => isOver).catch(() => {
        running = null
      })
    },
    stop: async () => {
      isOver = true
      await running
    },
  }
}
