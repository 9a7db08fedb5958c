import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createRawServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

import { CodedError } from '@rafid/errors'

import { createHttpClient, type HttpClient, type HttpClientOptions } from './http-client.ts'

/** Servers and clients of one test file, all on 127.0.0.1, closed together. */
export type Loopback = {
  /** Answers HTTP; resolves to its port. */
  web(listener: RequestListener, onConnect?: (request: IncomingMessage, socket: Duplex) => void): Promise<number>
  /** Answers each chunk with what `answer` writes to the socket; resolves to its port. */
  raw(answer: (socket: Socket, request: string, connection: number) => void): Promise<number>
  /** A client for which every name `*.test` is 127.0.0.1; `pub.test` and `two.test` are exempt on `ports`. */
  client(ports: number[], options?: HttpClientOptions): HttpClient
  /** Every name that was looked up. */
  lookups: string[]
  close(): Promise<void>
}

export function loopback(): Loopback {
  const opened: (() => Promise<void>)[] = []
  const lookups: string[] = []
  return {
    lookups,
    async web(listener, onConnect) {
      const server = createServer(listener)
      if (onConnect) server.on('connect', onConnect)
      opened.push(async () => {
        server.closeAllConnections()
        await closed(server)
      })
      return await listening(server)
    },
    async raw(answer) {
      const sockets = new Set<Socket>()
      let connections = 0
      const server = createRawServer((socket) => {
        const connection = ++connections
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('data', (chunk) => answer(socket, chunk.toString('latin1'), connection))
      })
      opened.push(async () => {
        for (const socket of sockets) socket.destroy()
        await closed(server)
      })
      return await listening(server)
    },
    client(ports, options = {}) {
      const client = createHttpClient({
        allow: ports.flatMap((port) => [
          { host: 'pub.test', port },
          { host: 'two.test', port },
        ]),
        lookup: async (hostname) => {
          lookups.push(hostname)
          return [{ address: '127.0.0.1', family: 4 }]
        },
        ...options,
        limits: { totalTimeoutMs: 5_000, ...options.limits },
      })
      opened.unshift(() => client.close())
      return client
    },
    async close() {
      for (const close of opened.splice(0).toReversed()) await close()
    },
  }
}

/** The code with which a promise rejects, `fulfilled` when it does not. */
export async function codeFrom(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'fulfilled'
  } catch (error) {
    return error instanceof CodedError ? `${error.name} ${error.code}` : String(error)
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
  })
}
