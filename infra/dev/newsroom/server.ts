import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { FaultSettings, Transmission } from './faults.ts'

/** Decides what goes out for a request. */
export type Responder = (request: IncomingMessage) => Transmission & { settings: FaultSettings }

/** A server on loopback. */
export type LoopbackServer = { origin: string; host: string; close(): Promise<void> }

/**
 * Listens on 127.0.0.1.
 *
 * @param port 0 takes a free one
 * @throws the system's error, `EADDRINUSE` for one, if the port cannot be had
 */
export async function listenOnLoopback(port: number, respond: Responder): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    const transmission = respond(request)
    transmit(response, transmission, transmission.settings)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port')
  const host = `127.0.0.1:${address.port}`
  return {
    host,
    origin: `http://${host}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      // A slow reply or an idle keep-alive connection would hold the server open.
      server.closeAllConnections()
      await closed
    },
  }
}

function transmit(response: ServerResponse, { reply, delivery }: Transmission, settings: FaultSettings): void {
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(reply.status, { ...reply.headers, ...lengthOf(reply.status, reply.body) })
  if (delivery === 'drip') drip(response, reply.body, settings)
  else if (delivery === 'cut') cut(response, reply.body)
  else response.end(reply.body)
}

function lengthOf(status: number, body: Buffer): Record<string, number> {
  return status === 304 ? {} : { 'content-length': body.length }
}

function drip(response: ServerResponse, body: Buffer, { dripMs, dripBytes }: FaultSettings): void {
  let sentBytes = 0
  const timer = setInterval(() => {
    response.write(body.subarray(sentBytes, sentBytes + dripBytes))
    sentBytes += dripBytes
    if (sentBytes >= body.length) response.end()
  }, dripMs)
  response.on('close', () => clearInterval(timer))
  response.on('finish', () => clearInterval(timer))
  response.flushHeaders()
}

function cut(response: ServerResponse, body: Buffer): void {
  // The socket is closed only once the half has left, or the client would see a reset instead of a short body.
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end())
}
