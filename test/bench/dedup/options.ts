import { namesIn, peersIn, readArguments } from '../read-arguments.ts'
/** What the command line asks of the deduplication benchmark. */
export type DedupOptions = {
  /** As given; relative to where the command runs. */
  readonly dataFolder: string | null
  readonly split: string
  readonly peerNames: readonly string[]
  readonly setNames: readonly string[]
  readonly json: boolean
}

export const dedupUsage = `Usage: npm run bench -- dedup [options]

Gives articles in their order to Rafid and to other methods, in one run: which copies and which stories are found, and how
many articles a second of processor time places.

  --data DIR     sets: data/<set>/<split>.docs.jsonl.gz, scored by bin/eval.mjs (default ../shared/dedup beside the checkout)
  --split NAME   articles of this split (default: dev)
  --peers a,b    compare with these only, "rafid" for none (default: all)
  --sets a,b     only these sets (default: all that are there)
  --json         print the figures as one JSON object on the last line
  --help         show this text
`

const options = {
  data: { type: 'string' },
  split: { type: 'string', default: 'dev' },
  peers: { type: 'string' },
  sets: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @param known names of the methods, ours first: it always takes part; and of the sets
 * @throws UsageError for what is unknown
 */
export function readOptions(
  args: readonly string[],
  known: { readonly peers: readonly string[]; readonly sets: readonly string[] },
): DedupOptions {
  const values = readArguments(args, options)
  return {
    dataFolder: values.data ?? null,
    split: values.split,
    peerNames: peersIn('method', values.peers, known.peers),
    setNames: namesIn('set', values.sets, known.sets),
    json: values.json,
  }
}
