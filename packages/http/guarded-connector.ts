import { PermanentError } from '@rafid/errors'
import { buildConnector } from 'undici'

import type { HttpLimits } from './http-limits.ts'
import { isPublicAddress } from './public-address.ts'
import { guardedLookup, type Resolve } from './resolve-host.ts'
import { rememberResets } from './reused-socket.ts'

/**
 * Opens the sockets of direct mode.
 *
 * `admitTarget` has judged IP literals, which never reach a lookup, and the lookup judges names. The peer is looked at
 * once more when it is connected, in case either was circumvented.
 *
 * @param guard false for targets the operator exempted
 */
export function guardedConnector(resolve: Resolve, limits: HttpLimits, guard: boolean): buildConnector.connector {
  const connect = buildConnector({
    timeout: limits.connectTimeoutMs,
    allowH2: false,
    lookup: guardedLookup(resolve, limits, guard),
  })
  return rememberResets((options, callback) => {
    connect(options, (...result) => {
      const [error, socket] = result
      if (error === null && guard && !isPublicAddress(socket.remoteAddress ?? '')) {
        socket.destroy()
        callback(new PermanentError('net.blocked_address', `${options.hostname} is not at a public address`), null)
      } else {
        callback(...result)
      }
    })
  })
}
