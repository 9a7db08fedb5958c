import { parseArgs } from 'node:util'
import { UsageError } from '../usage-error.ts'

/** What the command line asks of the hostile benchmark. */
export type HostileOptions = {
  /** Only pages whose names contain this; '' for all. */
  readonly only: string
  readonly json: boolean
}

export const hostileUsage = `Usage: npm run bench -- hostile [options]

Extracts pages that are made to break an extractor, each in a process of its own that is kept until a page breaks it: what
comes out, processor time, and memory beyond that of a process at rest. Ends with 1 when a page takes more than 2,000 ms
or 300 MB, is not done after 20 s, throws, or ends the process.

  --only TEXT    only pages whose names contain TEXT
  --json         print the figures as one JSON object on the last line
  --help         show this text
`

/**
 * Reads the command line.
 *
 * @throws UsageError for what is unknown
 */
export function readHostileOptions(args: readonly string[]): HostileOptions {
  try {
    const options = { only: { type: 'string', default: '' }, json: { type: 'boolean', default: false } } as const
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
