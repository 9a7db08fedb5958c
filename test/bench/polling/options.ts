import { parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the polling benchmark. */
export type PollingOptions = {
  /** How many feeds are in Redis, one measurement each. */
  readonly feeds: readonly number[]
  /** How many of them are due in a tick. */
  readonly due: readonly number[]
  readonly days: number
  readonly seed: number
  readonly only: 'quality' | 'scale' | null
  readonly json: boolean
}

const feedsMax = 1_000_000

export const pollingUsage = `Usage: npm run bench -- polling [options]

Quality, in simulated time: seventy invented feeds of many rhythms polled by Rafid's rule and by others. Polls a feed and
day, the share of polls that found something, and how long entries had been there when they were found.
Scale, with a real Redis of its own: memory of a feed, the start of a scheduler, and what a tick costs the scheduler and
Redis, by how many feeds there are and how many of them are due.

  --only PART    quality or scale
  --days N       simulated days (30)
  --seed N       another seed makes other feeds (1)
  --feeds N,N    feeds in Redis (2000,20000,200000)
  --due N,N      feeds that are due in a tick (0,1,10,100)
  --json         print the figures as one JSON object on the last line
  --help         show this text
`

/**
 * Reads the command line.
 *
 * @throws UsageError for what is unknown or out of range
 */
export function readPollingOptions(args: readonly string[]): PollingOptions {
  const { only, json, ...numbers } = parse(args)
  if (only !== '' && only !== 'quality' && only !== 'scale') throw new UsageError(`--only ${only}: quality or scale`)
  const list = (name: 'feeds' | 'due', least: number): number[] =>
    numbers[name].split(',').map((text) => whole(name, text, { least, most: feedsMax }))
  return {
    feeds: list('feeds', 1),
    due: list('due', 0),
    days: whole('days', numbers.days, { least: 1, most: 400 }),
    seed: whole('seed', numbers.seed, { least: 0, most: 4_294_967_295 }),
    only: only === '' ? null : only,
    json,
  }
}

function parse(args: readonly string[]) {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const options = {
    only: text(''),
    days: text('30'),
    seed: text('1'),
    feeds: text('2000,20000,200000'),
    due: text('0,1,10,100'),
    json: { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function whole(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(`--${name} ${text}: whole numbers from ${least} to ${most}`)
}
