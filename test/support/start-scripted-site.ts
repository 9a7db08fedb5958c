import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** One answer of a scripted site. */
export type ScriptedAnswer = {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: string
}

export type ScriptedSite = AsyncDisposable & {
  readonly host: string
  readonly url: string
  /** Every request, in its order. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[]
}

/** A site on loopback that answers as a function says; null breaks the connection. */
export async function startScriptedSite(
  answer: (path: string, headers: IncomingHttpHeaders) => ScriptedAnswer | null,
): Promise<ScriptedSite> {
  const asked: ScriptedSite['asked'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, headers: request.headers })
    const said = answer(path, request.headers)
    if (said === null) return void request.socket.destroy()
    response.writeHead(said.status, said.headers).end(said.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  const host = `127.0.0.1:${address.port}`
  return {
    host,
    url: `http://${host}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
