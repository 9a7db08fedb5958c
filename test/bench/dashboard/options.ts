import { readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the benchmark of the operators' pages. */
export type DashboardOptions = {
  readonly tabs: number
  /** Rounds with the tabs closed, and as many with them open. */
  readonly rounds: number
  /** Articles a round. */
  readonly articles: number
  /** Jobs that wait while commands are counted. */
  readonly waiting: readonly number[]
  /** How long commands are counted, in seconds. */
  readonly seconds: number
  readonly json: boolean
}

export const dashboardUsage = `Usage: npm run bench -- dashboard [options]

What it costs to watch: the throughput of the real services over the demo newsroom with the pages of operators closed and
open, round by round in turn, and what is asked of Redis to watch few and many waiting jobs.

  --tabs N        tabs that are open: each loads its page and follows its stream (default: 20)
  --rounds N      rounds with the tabs closed, and as many with them open; 0 leaves them out (default: 6)
  --articles N    articles that are fetched, read and indexed in a round (default: 400)
  --waiting a,b   jobs that wait while commands are counted (default: 10,100000)
  --seconds N     count for so long (default: 20)
  --json          print the figures as one JSON object on the last line
  --help          show this text
`

const options = {
  tabs: { type: 'string', default: '20' },
  rounds: { type: 'string', default: '6' },
  articles: { type: 'string', default: '400' },
  waiting: { type: 'string', default: '10,100000' },
  seconds: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @throws UsageError for what is unknown or no number
 */
export function readOptions(args: readonly string[]): DashboardOptions {
  const values = readArguments(args, options)
  return {
    tabs: wholeNumber('--tabs', values.tabs),
    rounds: wholeNumber('--rounds', values.rounds),
    articles: wholeNumber('--articles', values.articles),
    waiting: values.waiting.split(',').map((count) => wholeNumber('--waiting', count)),
    seconds: wholeNumber('--seconds', values.seconds),
    json: values.json,
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,8}$/.test(text.trim())) throw new UsageError(`${name} ${text}: a whole number is needed`)
  return Number(text)
}
