import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ScriptedRequest = { readonly method: string; readonly path: string; readonly lines: readonly object[] }

/** `hangs` leaves the asker without an answer. */
export type ScriptedAnswer = { readonly status: number; readonly body?: object } | 'hangs'

/** What becomes of one item of a bulk. */
export type ItemAnswer = { readonly status: number; readonly error?: object }

export type ScriptedCluster = {
  readonly url: string
  /** What it was asked, in order. */
  readonly asked: readonly ScriptedRequest[]
  close(): Promise<void>
}

/**
 * A server that answers as an OpenSearch without any article would, unless its script says otherwise: for what a real
 * cluster does not do on demand.
 *
 * @param script.answer of a whole request; null for the usual one
 * @param script.item of one item of a bulk; null for the usual one
 */
export async function startScriptedCluster(script: {
  readonly answer?: (request: ScriptedRequest) => ScriptedAnswer | null
  readonly item?: (action: string, id: string) => ItemAnswer | null
}): Promise<ScriptedCluster> {
  const asked: ScriptedRequest[] = []
  const respond = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await read(incoming)
    asked.push(request)
    const answer = script.answer?.(request) ?? usualAnswer(request, script.item ?? (() => null))
    if (answer === 'hangs') return
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body ?? {}))
  }
  const server = createServer((incoming, response) => void respond(incoming, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(incoming: IncomingMessage): Promise<ScriptedRequest> {
  let text = ''
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk)
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as object)
  return { method: incoming.method ?? '', path: (incoming.url ?? '').split('?')[0] ?? '', lines }
}

function usualAnswer(
  { path, lines }: ScriptedRequest,
  item: (action: string, id: string) => ItemAnswer | null,
): { status: number; body: object } {
  if (path.endsWith('/_mget')) {
    const { ids = [] } = (lines[0] ?? {}) as { ids?: readonly string[] }
    return { status: 200, body: { docs: ids.map((id) => ({ _id: id, found: false })) } }
  }
  if (path.startsWith('/_cat/')) return { status: 200, body: [] }
  if (path !== '/_bulk') return { status: 200, body: { hits: { hits: [] } } }
  const heads = lines.flatMap((line) => Object.entries(line as Record<string, { _id?: string }>).filter(isHead))
  const items = heads.map(([action, { _id: id = '' }]) => ({
    [action]: { _id: id, ...(item(action, id) ?? { status: 201 }) },
  }))
  return {
    status: 200,
    body: { errors: items.some((one) => Object.values(one).some(({ status }) => status >= 300)), items },
  }
}

function isHead([action, head]: [string, { _id?: string } | null]): boolean {
  return ['index', 'create', 'update', 'delete'].includes(action) && head !== null && '_index' in head
}
