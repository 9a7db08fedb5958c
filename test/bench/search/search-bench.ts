import type { Bench } from '../bench.ts'
import { openCorpus, type Corpus } from './corpus.ts'
import { readOptions, searchUsage } from './options.ts'
import type { SearchOptions } from './options.ts'
import type { Peer } from './peer.ts'
import { measureQuality, type Quality } from './quality.ts'
import { qualityTable } from './search-table.ts'
import { measureSpeed, type Speed } from './speed.ts'
import { speedTable } from './speed-table.ts'

/** Indexes that are timed, in articles. */
const sizes = [10_000, 100_000]

/** Search: what is found, next to other engines, and what it takes at size. */
export const searchBench: Bench = {
  usage: searchUsage,

  async run(args) {
    const { peers } = await import('./peers.ts')
    const options = readOptions(
      args,
      peers.map(({ name }) => name),
    )
    const corpus = openCorpus(options.dataFolder)
    const chosen = peers.filter(({ name }) => options.peerNames.includes(name))
    const quality = options.withQuality ? await qualityOf(chosen, corpus) : new Map<string, Quality>()
    if (options.withQuality) console.log(`\n${qualityTable(quality)}`)
    const speed = await speedOf(corpus, options)
    if (speed.length > 0) console.log(`\n${speedTable(speed)}`)
    if (!options.json) return
    const results = Object.fromEntries([['rafid', {}], ...quality] as const)
    console.log(
      JSON.stringify({ bench: 'search', results: { ...results, rafid: { ...results['rafid'], sizes: speed } } }),
    )
  },
}

async function qualityOf(peers: readonly Peer[], corpus: Corpus): Promise<Map<string, Quality>> {
  const [docs, queries] = [corpus.docs(), corpus.queries()]
  const results = new Map<string, Quality>()
  for (const peer of peers) results.set(peer.name, await measureQuality(peer, { corpus, docs, queries }))
  return results
}

async function speedOf(
  corpus: Corpus,
  { articlesMax, hostileCount }: Pick<SearchOptions, 'articlesMax' | 'hostileCount'>,
): Promise<Speed[]> {
  const speed: Speed[] = []
  const wanted = [...sizes.filter((size) => size < articlesMax), articlesMax].filter((size) => size > 0)
  for (const size of wanted) speed.push(await measureSpeed(corpus, size, size === articlesMax ? hostileCount : 0))
  return speed
}
