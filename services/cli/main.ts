import { codeOf, ConfigError } from '@rafid/errors'
import { CommanderError } from 'commander'
import { createProgram } from './program.ts'

/** As in BSD's sysexits.h. */
const exitUsage = 64
const exitConfig = 78

try {
  await createProgram().parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
  // A mistake in the line was told where it was found.
  if (!(error instanceof CommanderError)) tell(error)
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitUsage
  return error instanceof ConfigError ? exitConfig : 1
}

function tell(error: unknown): void {
  const lines = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]
  for (const line of lines) console.error(`rafid: ${line}`)
  if (codeOf(error) === 'bug' && error instanceof Error && process.env['RAFID_LOG_LEVEL'] === 'debug')
    console.error(error.stack)
}
