import type { Bench } from '../bench.ts'
import { measureQuality } from './measure-quality.ts'
import { measureScale } from './measure-scale.ts'
import { pollingUsage, readPollingOptions } from './options.ts'
import { qualityTable, scaleTable } from './polling-tables.ts'

/** When feeds are polled: how well, and at what cost. */
export const pollingBench: Bench = {
  usage: pollingUsage,

  async run(args) {
    const { feeds, due, days, seed, only, json } = readPollingOptions(args)
    const quality = only === 'scale' ? null : measureQuality({ days, seed })
    if (quality !== null) console.log(`\n${qualityTable(quality)}\n`)
    const scale = only === 'quality' ? null : await measureScale({ feeds, due })
    if (scale !== null) console.log(`\n${scaleTable(scale)}\n`)
    if (json) console.log(JSON.stringify({ bench: 'polling', results: { ...quality, scale } }))
  },
}
