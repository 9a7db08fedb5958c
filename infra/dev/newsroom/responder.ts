import type { IncomingMessage } from 'node:http'
import { faultDefaults, misbehaved } from './faults.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import { conditionalReply, isConditional, plainReply, type Reply } from './reply.ts'
import type { Responder } from './server.ts'

/** One request and what it was answered. */
export type LoggedRequest = {
  at: Date
  /** `127.0.0.1:PORT` of the publisher asked. */
  host: string
  path: string
  method: string
  /** The status sent; 0 if the connection was reset instead. */
  status: number
  userAgent: string
  conditional: boolean
}

export type RespondDeps = {
  now: () => Date
  misbehaviour: Misbehaviour
  log: (request: LoggedRequest) => void
}

/** Answers requests with what the site owes or, where a rule or a fault path says so, with a fault; logs each. */
export function responder(answer: (origin: string, path: string) => Reply, deps: RespondDeps): Responder {
  return (request) => {
    const host = `127.0.0.1:${request.socket.localPort}`
    const url = URL.parse(request.url ?? '/', `http://${host}`)
    const response = url === null ? badRequest : respond(request, url, { answer, misbehaviour: deps.misbehaviour })
    deps.log({
      at: deps.now(),
      host,
      path: request.url ?? '/',
      method: request.method ?? 'GET',
      status: response.delivery === 'reset' ? 0 : response.reply.status,
      userAgent: request.headers['user-agent'] ?? '',
      conditional: isConditional(request.headers),
    })
    return response
  }
}

type Site = { answer: (origin: string, path: string) => Reply; misbehaviour: Misbehaviour }

function respond(request: IncomingMessage, url: URL, { answer, misbehaviour }: Site): ReturnType<Responder> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return wholly(plainReply(405, 'method not allowed'))
  const owed = answer(url.origin, url.pathname + url.search)
  const fault = misbehaviour.faultFor(url.host, url)
  if (fault === undefined) return wholly(conditionalReply(owed, request.headers))
  return { ...misbehaved(fault.kind, owed, fault.settings, fault.hop), settings: fault.settings }
}

function wholly(reply: Reply): ReturnType<Responder> {
  return { reply, delivery: 'whole', settings: faultDefaults }
}

const badRequest = wholly(plainReply(400, 'bad request'))
