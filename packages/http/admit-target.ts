import { isIP } from 'node:net'

import { PermanentError } from '@rafid/errors'
import { admitUrl, redactUrl } from '@rafid/urls'

import { isPublicAddress } from './public-address.ts'

export type TargetPolicy = {
  ports: readonly number[]
  /** Hosts, spelled as in the URL, that the operator exempts from the address and port checks on exactly this port. */
  allow: readonly { host: string; port: number }[]
}

export type Target = { url: URL; exempt: boolean }

// Names that resolve only inside somebody's network (RFC 6761, 6762, 8375; ICANN reserved `internal`).
const localSuffixes = ['localhost', 'local', 'internal', 'localdomain', 'home.arpa', 'lan', 'intranet']

/**
 * Decides from the URL alone whether it may be asked. Names are judged again by what they resolve to.
 *
 * @param url absolute URL
 * @param from the target that redirected here; an exemption is never reached from one that is not exempt itself
 * @throws PermanentError `url.*` or `net.blocked_address`
 */
export function admitTarget(url: string, policy: TargetPolicy, from?: Target): Target {
  const admitted = admitUrl(url)
  admitted.hash = ''
  const port = Number(admitted.port) || (admitted.protocol === 'https:' ? 443 : 80)
  const listed = policy.allow.some((entry) => entry.host.toLowerCase() === admitted.hostname && entry.port === port)
  if (listed && (from === undefined || from.exempt)) return { url: admitted, exempt: true }
  if (admitted.port === '0' || !policy.ports.includes(port)) {
    throw new PermanentError('url.port', `port ${admitted.port} is not fetched: ${redactUrl(url)}`)
  }
  if (isLocal(admitted.hostname)) {
    throw new PermanentError('net.blocked_address', `not a public address: ${redactUrl(url)}`)
  }
  return { url: admitted, exempt: false }
}

function isLocal(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '').replaceAll(/[[\]]/g, '')
  if (isIP(name) !== 0) return !isPublicAddress(name)
  return !name.includes('.') || localSuffixes.some((suffix) => name.endsWith(`.${suffix}`))
}
