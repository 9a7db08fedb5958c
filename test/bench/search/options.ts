import { peersIn, readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the search benchmark. */
export type SearchOptions = {
  /** As given; relative to where the command runs. */
  readonly dataFolder: string | null
  readonly peerNames: readonly string[]
  /** The largest index that is timed, in articles; 0 for none. */
  readonly articlesMax: number
  /** How many hostile queries the largest index is asked. */
  readonly hostileCount: number
  readonly withQuality: boolean
  readonly json: boolean
}

export const searchUsage = `Usage: npm run bench -- search [options]

Quality: all documents in one index, all queries asked in their language, scored by the folder's score.mjs, for Rafid and its
peers in one run. Titles are not indexed, for headlines are among the queries. Speed: an index grown to 10,000 and 100,000
articles; what it costs to build, and many kinds of query with one and with eight readers, each with 50 ms between its queries,
while a hundred articles a second arrive. Then the largest index is asked hostile queries, as the search page would.

  --data DIR     docs.jsonl.gz, queries.jsonl.gz, qrels.tsv.gz, score.mjs (default ../shared/search beside the checkout)
  --peers a,b    compare with these only, "rafid" for none (default: all)
  --size N       articles of the largest index that is timed; 0 leaves the timing out (default: 100000)
  --hostile N    so many hostile queries (default: 10000)
  --no-quality   timing only
  --json         print the figures as one JSON object on the last line
  --help         show this text
`

const options = {
  data: { type: 'string' },
  peers: { type: 'string' },
  size: { type: 'string', default: '100000' },
  hostile: { type: 'string', default: '10000' },
  'no-quality': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @param known names of the peers, ours first: it always takes part
 * @throws UsageError for what is unknown
 */
export function readOptions(args: readonly string[], known: readonly string[]): SearchOptions {
  const values = readArguments(args, options)
  if (!/^\d{1,7}$/.test(values.size)) throw new UsageError(`--size is a number of articles, not ${values.size}`)
  if (!/^\d{1,7}$/.test(values.hostile)) throw new UsageError(`--hostile is a number of queries, not ${values.hostile}`)
  return {
    dataFolder: values.data ?? null,
    peerNames: peersIn('peer', values.peers, known),
    articlesMax: Number(values.size),
    hostileCount: Number(values.hostile),
    withQuality: !values['no-quality'],
    json: values.json,
  }
}
