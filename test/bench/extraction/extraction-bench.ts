import type { Bench } from '../bench.ts'
import { choosePages } from './choose-pages.ts'
import type { Corpus, Page } from './corpus.ts'
import { openCorpus } from './corpus.ts'
import { extractionUsage, readOptions } from './options.ts'
import { parsers } from './parsers.ts'
import type { Peer } from './peer.ts'
import { peers } from './peers.ts'
import { measureQuality } from './quality.ts'
import { qualityTable } from './quality-table.ts'
import { rafid } from './rafid.ts'
import type { SizeProfile } from './size-profile.ts'
import { sizeProfile } from './size-profile.ts'
import { costOfEachPage, loadSample, pagesPerCpuSecond, taskOf } from './speed.ts'
import { sizeTable, speedTable } from './speed-table.ts'

/** Extraction of articles from pages: how much is right, and at what cost, next to other extractors. */
export const extractionBench: Bench = {
  usage: extractionUsage,

  async run(args) {
    const known = peers.map((peer) => peer.name)
    const options = readOptions(args, known)
    const corpus = openCorpus(options.dataFolder)
    const pages = choosePages(corpus.pages, options.split, options.pagesMax)
    const chosen = peers.filter((peer) => options.peerNames.includes(peer.name))

    const quality = options.quality ? await measureQuality(chosen, corpus, pages, options.outFolder) : null
    if (quality !== null) print(qualityTable(quality))
    const speed = options.speed ? await measureSpeed(chosen, corpus, pages) : null
    if (speed !== null) print(`${speedTable(speed.rates, rafid.name)}\n\n${sizeTable(rafid.name, speed.sizes)}`)

    if (options.json) {
      const results = chosen.map(({ name }) => [name, { ...quality?.get(name), ...figuresOf(name, speed) }])
      console.log(JSON.stringify({ bench: 'extraction', results: Object.fromEntries(results), ...parsingOf(speed) }))
    }
  },
}

type Speed = {
  /** Pages per processor second, of extractors and of parsers alone. */
  readonly rates: ReadonlyMap<string, number>
  /** Of ours. */
  readonly sizes: SizeProfile
}

async function measureSpeed(chosen: readonly Peer[], corpus: Corpus, pages: readonly Page[]): Promise<Speed> {
  const sample = loadSample(corpus, pages)
  const rates = new Map<string, number>()
  for (const task of [...parsers, ...chosen.map(taskOf)]) rates.set(task.name, await pagesPerCpuSecond(task, sample))
  return { rates, sizes: sizeProfile(await costOfEachPage(taskOf(rafid), corpus, pages)) }
}

function figuresOf(name: string, speed: Speed | null) {
  if (speed === null) return {}
  const pagesPerSecond = { pagesPerCpuSecond: speed.rates.get(name) }
  return name === rafid.name ? { ...pagesPerSecond, sizes: speed.sizes } : pagesPerSecond
}

/** Beside the extractors, not among them: a parser has no quality to compare. */
function parsingOf(speed: Speed | null) {
  if (speed === null) return {}
  const rates = parsers.map(({ name }) => [name, { pagesPerCpuSecond: speed.rates.get(name) }])
  return { parsing: Object.fromEntries(rates) }
}

function print(table: string): void {
  console.log(`\n${table}`)
}
