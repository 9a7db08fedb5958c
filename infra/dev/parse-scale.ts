import { ConfigError } from '@rafid/errors'
import { serviceNames } from './fleet.ts'
import type { ServiceName } from './fleet.ts'

const processesMax = 64

/**
 * How many processes of which service, from `parser=2,fetcher=0`.
 *
 * @throws ConfigError that names what is wrong
 */
export function parseScale(text: string): Partial<Record<ServiceName, number>> {
  const wanted: Partial<Record<ServiceName, number>> = {}
  const problems: string[] = []
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [name = '', count = ''] = part.split('=').map((piece) => piece.trim())
    const service = serviceNames.find((known) => known === name)
    if (!service) problems.push(`--scale: there is no service "${name}"; there are ${serviceNames.join(', ')}.`)
    else if (!/^\d+$/.test(count) || Number(count) > processesMax) {
      problems.push(`--scale: ${name}=${count} is not a number from 0 to ${processesMax}.`)
    } else wanted[service] = Number(count)
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return wanted
}
