import { peersIn, readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the extraction benchmark. */
export type ExtractionOptions = {
  /** As given; relative to where the command runs. */
  readonly dataFolder: string | null
  readonly split: string | null
  readonly peerNames: readonly string[]
  readonly pagesMax: number
  readonly outFolder: string | null
  readonly json: boolean
  readonly quality: boolean
  readonly speed: boolean
}

export const extractionUsage = `Usage: npm run bench -- extraction [options]

Extracts pages whose article is known with Rafid and with other extractors, in one run on the same pages: how much of the
text, titles, days and authors is right, and how many pages a second of processor time gives.

  --data DIR     pages: <set>/<id>.html.gz, <id>.json, manifest.json (default ../shared/pages beside the checkout);
                 scored by ../extraction/score.mjs, seen from DIR
  --split NAME   only pages of this split (default: all)
  --peers a,b    compare with these only, "rafid" for none (default: all)
  --limit N      at most N pages, from every set alike
  --out DIR      keep the results of every extractor there
  --json         print the figures as one JSON object on the last line
  --speed-only   leave the quality out
  --no-speed     leave the speed out
  --help         show this text
`

const options = {
  data: { type: 'string' },
  split: { type: 'string' },
  peers: { type: 'string' },
  limit: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  'speed-only': { type: 'boolean', default: false },
  'no-speed': { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @param known names of the extractors there are, ours first: it always takes part
 * @throws UsageError for what is unknown or contradicts itself
 */
export function readOptions(args: readonly string[], known: readonly string[]): ExtractionOptions {
  const values = readArguments(args, options)
  if (values['speed-only'] && values['no-speed'])
    throw new UsageError('--speed-only and --no-speed leave nothing to do')
  return {
    dataFolder: values.data ?? null,
    split: values.split ?? null,
    peerNames: peersIn('extractor', values.peers, known),
    pagesMax: values.limit === undefined ? Infinity : wholeNumber(values.limit),
    outFolder: values.out ?? null,
    json: values.json,
    quality: !values['speed-only'],
    speed: !values['no-speed'],
  }
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--limit ${text}: a whole number from 1 is needed`)
  return Number(text)
}
