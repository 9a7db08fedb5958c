import { readArguments } from '../read-arguments.ts'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the benchmark of the funnel. */
export type FunnelOptions = {
  /** The replay server's program; null for that beside the checkout. */
  readonly replay: string | null
  readonly pages: number
  readonly copies: number
  /** Share of page requests that the publishers fail, 0 to 1. */
  readonly fail: number
  readonly kills: number
  /** How often the cost is measured with and without tracing. */
  readonly rounds: number
  readonly json: boolean
}

export const funnelUsage = `Usage: npm run bench -- funnel [options]

Real services fetch replayed pages while publishers fail and processes are killed; whether the funnel adds up at every
sample, and what tracing costs: processor time and Redis memory an article, with and without it.

  --replay FILE  the program of the replay server (default ../shared/replay/replay.mjs beside the checkout)
  --pages N      captured pages (default: 400)
  --copies K     each page so often, each with other words (default: 4)
  --fail P       share of page requests that fail (default: 0.01)
  --kills N      kill a process so often (default: 8)
  --rounds N     measure the cost so often with and without tracing, in turn; 0 leaves it out (default: 2)
  --json         print the figures as one JSON object on the last line
  --help         show this text
`

const options = {
  replay: { type: 'string' },
  pages: { type: 'string', default: '400' },
  copies: { type: 'string', default: '4' },
  fail: { type: 'string', default: '0.01' },
  kills: { type: 'string', default: '8' },
  rounds: { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
} as const

/**
 * Reads the command line.
 *
 * @throws UsageError for what is unknown or no number
 */
export function readOptions(args: readonly string[]): FunnelOptions {
  const { replay = null, json, ...texts } = readArguments(args, options)
  const fail = Number(texts.fail)
  if (!(fail >= 0 && fail <= 1)) throw new UsageError(`--fail must be from 0 to 1: ${texts.fail}`)
  const numbers = {
    pages: wholeOf('pages', texts.pages, 1),
    copies: wholeOf('copies', texts.copies, 1),
    kills: wholeOf('kills', texts.kills, 0),
    rounds: wholeOf('rounds', texts.rounds, 0),
  }
  return { replay, json, fail, ...numbers }
}

function wholeOf(name: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least) return value
  throw new UsageError(`--${name} must be a whole number from ${least}: ${text}`)
}
