import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

/**
 * Reads the options of a command line.
 *
 * @throws UsageError for what is unknown
 */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/**
 * The known names that a list of some asks for, in the order in which they are known.
 *
 * @param what a name of this kind, as in «there is no reader x»
 * @param list names separated by commas; all when there is none
 * @throws UsageError for a name that nobody knows
 */
export function namesIn(what: string, list: string | undefined, known: readonly string[]): readonly string[] {
  if (list === undefined) return known
  const asked = list.split(',').map((name) => name.trim())
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new UsageError(`there is no ${what} ${unknown.join(', ')}; there are: ${known.join(', ')}`)
  }
  return known.filter((name) => asked.includes(name))
}

/** The same, with ours, the first, always among them. */
export function peersIn(what: string, list: string | undefined, known: readonly string[]): readonly string[] {
  const asked = namesIn(what, list, known)
  return known.filter((name, index) => index === 0 || asked.includes(name))
}
