import { parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

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
  const values = parse(args)
  const asked = chosen('method', values.peers, known.peers)
  return {
    dataFolder: values.data ?? null,
    split: values.split,
    peerNames: known.peers.filter((name, index) => index === 0 || asked.includes(name)),
    setNames: chosen('set', values.sets, known.sets),
    json: values.json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function chosen(what: string, list: string | undefined, known: readonly string[]): readonly string[] {
  if (list === undefined) return known
  const asked = list.split(',').map((name) => name.trim())
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new UsageError(`there is no ${what} ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  }
  return asked
}
