/** Colours a terminal can show; the same source has the same one each time. */
const colours = [36, 33, 35, 32, 34, 96, 93, 95]

/** Fields that every line carries and nobody wants to read on every line. */
const hidden = new Set(['level', 'time', 'service', 'worker', 'msg', 'traceId', 'attempt', 'waitedMs'])

/** Lines that come once a job. */
const jobMessages = new Set(['job done', 'polls queued'])

/**
 * A line of a service as a person reads it: who, what, and the facts; or null for a line that is not worth showing.
 *
 * @param from such as `parser.2`
 * @param text one line; JSON or not
 * @param options.verbose show the line of every job that went well
 */
export function showLine(from: string, text: string, options: { verbose: boolean; colour: boolean }): string | null {
  const line = parse(text)
  const label = paint(from.padEnd(15), colourOf(from), options.colour)
  if (!line) return text.trim() === '' ? null : `${label} ${text}`
  if (!options.verbose && jobMessages.has(String(line['msg']))) return null
  const facts = Object.entries(line)
    .filter(([name, value]) => !hidden.has(name) && value !== null)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? readable(value) : JSON.stringify(value)}`)
  const level = line['level'] === 'info' ? '' : `${paint(String(line['level']), 31, options.colour)} `
  return `${label} ${level}${String(line['msg'])} ${facts.join(' ')}`.trimEnd()
}

function parse(text: string): Record<string, unknown> | null {
  if (!text.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && 'msg' in value
      ? Object.fromEntries(Object.entries(value))
      : null
  } catch {
    // Not every line that begins with a brace is a log line.
    return null
  }
}

function readable(value: string): string {
  try {
    return decodeURI(value)
  } catch {
    return value
  }
}

function colourOf(from: string): number {
  const service = from.split('.')[0] ?? ''
  const sum = Array.from(service, (letter) => letter.charCodeAt(0)).reduce((total, code) => total + code, 0)
  return colours[sum % colours.length] ?? 0
}

function paint(text: string, colour: number, enabled: boolean): string {
  return enabled ? `\u001B[${colour}m${text}\u001B[0m` : text
}
