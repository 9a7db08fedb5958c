import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici'

import type { Target } from './admit-target.ts'
import { guardedConnector } from './guarded-connector.ts'
import type { HttpLimits } from './http-limits.ts'
import type { Resolve } from './resolve-host.ts'
import { rememberResets } from './reused-socket.ts'

export type Dispatchers = {
  for(target: Target): Dispatcher
  close(): Promise<void>
}

/**
 * Direct mode: two sets of sockets, so that one opened for an exempt target never carries a request that is guarded.
 */
export function directDispatchers(resolve: Resolve, limits: HttpLimits): Dispatchers {
  const guarded = new Agent({ ...poolOptions(limits), connect: guardedConnector(resolve, limits, true) })
  const exempt = new Agent({ ...poolOptions(limits), connect: guardedConnector(resolve, limits, false) })
  return {
    for: (target) => (target.exempt ? exempt : guarded),
    async close() {
      await Promise.all([guarded.close(), exempt.close()])
    },
  }
}

/**
 * Proxy mode: `http` targets are asked for in absolute form, `https` ones through CONNECT. The proxy resolves the
 * names, so what they resolve to is its operator's responsibility.
 */
export function proxyDispatchers(proxy: string, limits: HttpLimits): Dispatchers {
  const agent = new ProxyAgent({
    ...poolOptions(limits),
    uri: proxy,
    proxyTunnel: false,
    connectTimeout: limits.connectTimeoutMs,
    // Undici passes on nothing but the connector for http targets, which would leave their headers unlimited.
    factory: (origin, options) => new Pool(origin, { ...poolOptions(limits), connect: tracked(options) }),
  })
  return { for: () => agent, close: () => agent.close() }
}

function poolOptions(limits: HttpLimits) {
  return {
    allowH2: false,
    pipelining: 1,
    connections: limits.connectionsPerOriginMax,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    keepAliveMaxTimeout: limits.keepAliveTimeoutMs,
    maxHeaderSize: limits.headerBytesMax,
    // The one deadline of the exchange covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  }
}

function tracked(options: object) {
  const connect = 'connect' in options ? options.connect : undefined
  return typeof connect === 'function' ? rememberResets((...args) => connect(...args)) : undefined
}
