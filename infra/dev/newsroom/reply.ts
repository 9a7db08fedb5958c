import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** A whole HTTP response that has not been sent yet. */
export type Reply = {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** When what the reply shows last changed; without it the reply carries no validators. */
  changedAt?: Date
}

/** A successful reply. */
export function okReply(contentType: string, body: Buffer | string, changedAt?: Date): Reply {
  const reply = { status: 200, headers: { 'content-type': contentType }, body: Buffer.from(body) }
  return changedAt === undefined ? reply : { ...reply, changedAt }
}

/** A reply that says in plain text what went wrong. */
export function plainReply(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: Buffer.from(`${text}\n`),
  }
}

/** The reply with its validators, or 304 without a body if the client has this version already (RFC 9110, 13.2.2). */
export function conditionalReply(reply: Reply, request: IncomingHttpHeaders): Reply {
  if (reply.changedAt === undefined) return reply
  const etag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`
  const headers = { ...reply.headers, etag, 'last-modified': reply.changedAt.toUTCString() }
  if (!isCurrent(request, etag, reply.changedAt)) return { ...reply, headers }
  return { status: 304, headers: { etag, 'last-modified': reply.changedAt.toUTCString() }, body: Buffer.alloc(0) }
}

/** Whether the request says that the client holds some version already. */
export function isConditional(request: IncomingHttpHeaders): boolean {
  return request['if-none-match'] !== undefined || request['if-modified-since'] !== undefined
}

function isCurrent(request: IncomingHttpHeaders, etag: string, changedAt: Date): boolean {
  const tags = request['if-none-match']
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => strongPart(tag) === etag)
  const since = Date.parse(request['if-modified-since'] ?? '')
  // Dates in headers have no fraction of a second.
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since
}

function strongPart(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}
