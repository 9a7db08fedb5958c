import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'

import { PermanentError, TransientError } from '@rafid/errors'

import type { HttpLimits } from './http-limits.ts'
import { isPublicAddress } from './public-address.ts'

export type Address = { address: string; family: 4 | 6 }
export type Resolve = (hostname: string) => Promise<Address[]>

/** The system's resolver, all addresses. */
export async function resolveHost(hostname: string): Promise<Address[]> {
  const found = await lookup(hostname, { all: true, verbatim: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

/**
 * A lookup for `net.connect`. The addresses it gives are those that are dialled, so a name cannot be checked with one
 * answer and connected to with another.
 *
 * A name with any address that is not public is refused as a whole: picking the public one would leave the choice to
 * whoever answers next.
 */
export function guardedLookup(resolve: Resolve, limits: HttpLimits, guard: boolean): LookupFunction {
  return (hostname, options, callback) => {
    callbackify(() => answer(hostname, resolve, limits, guard))((error, addresses) => {
      const [first] = addresses ?? []
      if (first === undefined) callback(error, '')
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

async function answer(hostname: string, resolve: Resolve, limits: HttpLimits, guard: boolean): Promise<Address[]> {
  const addresses = await withinTime(resolve(hostname), hostname, limits.dnsTimeoutMs)
  if (addresses.length === 0) throw new TransientError('net.dns', `no address for ${hostname}`)
  if (guard && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new PermanentError('net.blocked_address', `${hostname} resolves to an address that is not public`)
  }
  return addresses.slice(0, limits.addressesMax)
}

async function withinTime(found: Promise<Address[]>, hostname: string, timeoutMs: number): Promise<Address[]> {
  const timer = Promise.withResolvers<never>()
  const timeout = setTimeout(() => {
    timer.reject(new TransientError('net.dns', `no answer for ${hostname} within ${timeoutMs} ms`))
  }, timeoutMs)
  try {
    return await Promise.race([found, timer.promise])
  } catch (cause) {
    if (cause instanceof TransientError) throw cause
    throw new TransientError('net.dns', `cannot resolve ${hostname}`, { cause })
  } finally {
    clearTimeout(timeout)
  }
}
