import type { buildConnector } from 'undici'

const resets = new WeakSet()

/** Wraps a connector so that `wasReusedSocketReset` can tell the errors of sockets that had answered before. */
export function rememberResets(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...result) => {
      const [, socket] = result
      socket?.on('error', (error) => {
        if (socket.bytesRead > 0) resets.add(error)
      })
      callback(...result)
    })
  }
}

/**
 * True when a keep-alive socket died under a request: the server closed it as idle while the request was on its way.
 * Nothing is wrong with either side then, and the same request on a fresh socket succeeds.
 *
 * @param error what the request failed with before any of its response had come
 */
export function wasReusedSocketReset(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return resets.has(error)
  return error.code === 'UND_ERR_SOCKET' && 'socket' in error && readBefore(error.socket)
}

/** Undici's own SocketError carries what it knows of the socket. */
function readBefore(socket: unknown): boolean {
  return typeof socket === 'object' && socket !== null && 'bytesRead' in socket && Number(socket.bytesRead) > 0
}
