import type { Bench } from '../bench.ts'
import { type AttackResult, measureAttacks } from './attacks.ts'
import { type Corpus, loadRealFeeds, openCorpus } from './corpus.ts'
import { feedsUsage, readOptions } from './options.ts'
import type { Peer } from './peer.ts'
import { measureQuality, type Quality } from './quality.ts'
import { mbPerCpuSecond } from './speed.ts'
import { attackSummary, attackTable, failureOf, qualityTable, speedTable } from './tables.ts'

const ours = 'rafid'

/** Reading of feeds: how much is right, how fast, and what hostile ones cost, next to other readers. */
export const feedsBench: Bench = {
  usage: feedsUsage,

  async run(args) {
    // Not before they are needed: other benchmarks start without them.
    const { peers } = await import('./peers.ts')
    const known = peers.map(({ name }) => name)
    const options = readOptions(args, known)
    const corpus = openCorpus(options.dataFolder, options.split)
    const chosen = peers.filter(({ name }) => options.peerNames.includes(name))

    // First, before the odd cases have taught the compiler that anything may be anything.
    const speed = options.speed ? await measureSpeed(chosen, corpus) : new Map<string, number>()
    const quality = await each(options.quality, chosen, (peer) => measureQuality(peer, corpus))
    if (options.quality) print(qualityTable(quality))
    if (options.speed) print(speedTable(speed, ours))
    const attacks = await each(options.attacks, chosen, ({ name }) => measureAttacks(name, corpus.folder))
    if (options.attacks) print(`${attackTable(ours, attacks.get(ours) ?? [])}\n\n${attackSummary(attacks)}`)

    if (options.json) {
      const results = chosen.map(({ name }) => [name, figuresOf(quality.get(name), speed.get(name), attacks.get(name))])
      console.log(JSON.stringify({ bench: 'feeds', results: Object.fromEntries(results) }))
    }
  },
}

async function each<T>(isWanted: boolean, chosen: readonly Peer[], measure: (peer: Peer) => Promise<T>) {
  const results = new Map<string, T>()
  for (const peer of isWanted ? chosen : []) results.set(peer.name, await measure(peer))
  return results
}

async function measureSpeed(chosen: readonly Peer[], corpus: Corpus): Promise<Map<string, number>> {
  const feeds = loadRealFeeds(corpus)
  return each(true, chosen, (peer) => mbPerCpuSecond(peer, feeds))
}

function figuresOf(
  quality: Quality | undefined,
  speed: number | undefined,
  attacks: readonly AttackResult[] | undefined,
) {
  return {
    ...quality,
    ...(speed !== undefined && { mbPerCpuSecond: speed }),
    ...(attacks !== undefined && { attacks: Object.fromEntries(attacks.map(attackFigures)) }),
  }
}

function attackFigures(result: AttackResult) {
  const { name, cost } = result
  return [name, { ...(typeof cost === 'string' ? {} : cost), failure: failureOf(result) }] as const
}

function print(table: string): void {
  console.log(`\n${table}`)
}
