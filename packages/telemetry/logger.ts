import { pino } from 'pino'

/** What the house needs of a logger; `pino` is one. */
export type Logger = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'level'>

/**
 * A logger that writes one JSON object a line to standard output.
 *
 * @param fields go on every line, such as the service's name
 * @param level the least severe level that is written
 */
export function createLogger(fields: Record<string, string | number>, level: string): Logger {
  return pino({
    level,
    base: fields,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['*.password', '*.authorization', '*.cookie', '*.token'], censor: '[redacted]' },
  })
}
