import { peersIn, readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the feeds benchmark. */
export type FeedsOptions = {
  /** As given; relative to where the command runs. */
  readonly dataFolder: string | null
  readonly split: string | null
  readonly peerNames: readonly string[]
  readonly json: boolean
  readonly quality: boolean
  readonly speed: boolean
  readonly attacks: boolean
}

export const feedsUsage = `Usage: npm run bench -- feeds [options]

Reads feeds whose content is known with Rafid and with other readers, in one run: which cases come out right, how many
megabytes of real feeds a second of processor time reads, and what hostile feeds cost.

  --data DIR     cases: cases.jsonl, data/, attacks/ (default ../shared/feeds beside the checkout); scored by its score.mjs
  --split NAME   only cases of this split; those that name none are of the split dev (default: all)
  --peers a,b    compare with these only, "rafid" for none (default: all)
  --json         print the figures as one JSON object on the last line
  --no-quality   leave the cases out
  --no-speed     leave the speed out
  --no-attacks   leave the hostile feeds out
  --help         show this text
`

const options = {
  data: { type: 'string' },
  split: { type: 'string' },
  peers: { type: 'string' },
  json: { type: 'boolean', default: false },
  'no-quality': { type: 'boolean', default: false },
  'no-speed': { type: 'boolean', default: false },
  'no-attacks': { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @param known names of the readers there are, ours first: it always takes part
 * @throws UsageError for what is unknown or leaves nothing to do
 */
export function readOptions(args: readonly string[], known: readonly string[]): FeedsOptions {
  const values = readArguments(args, options)
  const [quality, speed, attacks] = [!values['no-quality'], !values['no-speed'], !values['no-attacks']]
  if (!quality && !speed && !attacks)
    throw new UsageError('--no-quality, --no-speed and --no-attacks leave nothing to do')
  return {
    dataFolder: values.data ?? null,
    split: values.split ?? null,
    peerNames: peersIn('reader', values.peers, known),
    json: values.json,
    quality,
    speed,
    attacks,
  }
}
