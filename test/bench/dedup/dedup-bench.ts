import type { Bench } from '../bench.ts'
import { collectGarbage } from '../collect-garbage.ts'
import { showProgress } from '../show-progress.ts'
import { openCorpus, setNames } from './corpus.ts'
import type { Corpus } from './corpus.ts'
import { dedupTable, type Row } from './dedup-table.ts'
import { dedupUsage, readOptions } from './options.ts'
import type { Peer } from './peer.ts'
import { score } from './score.ts'

/** Copies and stories: how many are found, and how fast, next to other methods. */
export const dedupBench: Bench = {
  usage: dedupUsage,

  async run(args) {
    const { peers } = await import('./peers.ts')
    const options = readOptions(args, { peers: peers.map(({ name }) => name), sets: setNames })
    const corpus = openCorpus(options.dataFolder, options.split)
    const chosen = peers.filter(({ name }) => options.peerNames.includes(name))
    const results = new Map<string, Map<string, Row>>(chosen.map(({ name }) => [name, new Map()]))
    for (const set of corpus.sets.filter((name) => options.setNames.includes(name))) {
      const docs = corpus.docs(set)
      // Peers that tell no stories have nothing to say of sets without copies.
      for (const peer of chosen) {
        results.get(peer.name)?.set(set, await measure(peer, { corpus, set, split: options.split, docs }))
      }
    }
    console.log(`\n${dedupTable(results)}`)
    if (options.json) {
      const figures = [...results].map(([name, rows]) => [name, Object.fromEntries(rows)])
      console.log(JSON.stringify({ bench: 'dedup', results: Object.fromEntries(figures) }))
    }
  },
}

type Task = {
  readonly corpus: Corpus
  readonly set: string
  readonly split: string
  readonly docs: ReturnType<Corpus['docs']>
}

async function measure(peer: Peer, { corpus, set, split, docs }: Task): Promise<Row> {
  collectGarbage()
  const progress = showProgress(`${peer.name} ${set}`, docs.length)
  const copies = timed(() => peer.place(docs, () => progress.step()))
  const tell = peer.tell?.bind(peer)
  const stories = tell && timed(() => tell(docs, copies.result))
  return {
    ...(await score(corpus.scorer, set, split, stories?.result ?? copies.result)),
    docsPerSecond: docs.length / copies.cpuSeconds,
    ...(stories && { storiesPerSecond: docs.length / stories.cpuSeconds }),
  }
}

function timed<Result>(work: () => Result): { readonly result: Result; readonly cpuSeconds: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, cpuSeconds: (user + system) / 1_000_000 }
}
