import { readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the benchmark of the window. */
export type WindowOptions = {
  /** Sizes of the window at which a new article is measured. */
  readonly sizes: readonly number[]
  /** How often one template is filled. */
  readonly template: number
  readonly cost: boolean
  readonly workers: boolean
  readonly kills: number
  /** The folder of the sets of copies; the workers place its set «synth». */
  readonly dataFolder: string | null
  readonly json: boolean
}

export const windowUsage = `Usage: npm run bench -- window [options]

What the window of recent articles costs in a Redis of its own as it fills, and whether many workers, killed in between,
come to the clusters of one worker.

  --sizes a,b     articles in the window at which a thousand new ones are measured (default: 10000,50000,200000)
  --template N    fill one template so often, the worst case for its postings (default: 50000)
  --data DIR      the sets of copies for the workers (default ../shared/dedup beside the checkout)
  --kills N       kill one of the four worker processes so often (default: 20)
  --no-cost       leave the cost out
  --no-workers    leave the workers out
  --json          print the figures as one JSON object on the last line
  --help          show this text
`

const options = {
  sizes: { type: 'string', default: '10000,50000,200000' },
  template: { type: 'string', default: '50000' },
  data: { type: 'string' },
  kills: { type: 'string', default: '20' },
  'no-cost': { type: 'boolean', default: false },
  'no-workers': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @throws UsageError for what is unknown or leaves nothing to do
 */
export function readOptions(args: readonly string[]): WindowOptions {
  const values = readArguments(args, options)
  const [cost, workers] = [!values['no-cost'], !values['no-workers']]
  if (!cost && !workers) throw new UsageError('--no-cost and --no-workers leave nothing to do')
  return {
    sizes: values.sizes.split(',').map((size) => wholeNumber('--sizes', size)),
    template: wholeNumber('--template', values.template),
    kills: wholeNumber('--kills', values.kills),
    dataFolder: values.data ?? null,
    cost,
    workers,
    json: values.json,
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,8}$/.test(text.trim())) throw new UsageError(`${name} ${text}: a whole number is needed`)
  return Number(text)
}
