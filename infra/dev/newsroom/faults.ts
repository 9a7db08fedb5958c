import { gzipSync } from 'node:zlib'
import { plainReply, type Reply } from './reply.ts'

/** Every way in which a publisher can misbehave on demand; `/fault/<kind>` does it on every publisher. */
export const faultKinds = [
  'not-modified',
  'rate-limited',
  'server-error',
  'slow',
  'truncated',
  'wrong-charset',
  'redirect-loop',
  'redirect-private',
  'huge',
  'gzip-bomb',
  'broken-feed',
  'reset',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** How bad a fault is; on a fault path each is a query parameter of the same name. */
export type FaultSettings = {
  /** `rate-limited`: the Retry-After sent. */
  retryAfterSeconds: number
  /** `slow`: the pause between two drips. */
  dripMs: number
  /** `slow`: how much comes at once. */
  dripBytes: number
  /** `huge`: size of the page. */
  pageBytes: number
  /** `gzip-bomb`: size after decompression. */
  decodedBytes: number
  /** `redirect-private`: where to. */
  location: string
}

export const faultDefaults: FaultSettings = {
  retryAfterSeconds: 3,
  dripMs: 500,
  dripBytes: 64,
  pageBytes: 10 * 2 ** 20,
  decodedBytes: 64 * 2 ** 20,
  location: 'http://10.0.0.1/internal',
}

const settingMax = 2 ** 28

/** What goes out and how: whole, drop by drop, cut off in the middle, or nothing but a connection reset. */
export type Transmission = { reply: Reply; delivery: 'whole' | 'drip' | 'cut' | 'reset' }

/**
 * What a publisher sends instead of the reply it owes.
 *
 * @param hop how often a redirect loop has gone round already
 */
export function misbehaved(kind: FaultKind, owed: Reply, settings: FaultSettings, hop = 0): Transmission {
  if (kind === 'slow') return { reply: owed, delivery: 'drip' }
  if (kind === 'truncated') return { reply: owed, delivery: 'cut' }
  if (kind === 'reset') return { reply: owed, delivery: 'reset' }
  return { reply: wrongReplies[kind](owed, settings, hop), delivery: 'whole' }
}

type WrongReplyKind = Exclude<FaultKind, 'slow' | 'truncated' | 'reset'>
type WrongReply = (owed: Reply, settings: FaultSettings, hop: number) => Reply

const wrongReplies: Record<WrongReplyKind, WrongReply> = {
  'not-modified': () => ({ status: 304, headers: {}, body: Buffer.alloc(0) }),
  'rate-limited': (_, { retryAfterSeconds }) =>
    plainReply(429, 'too many requests', { 'retry-after': String(retryAfterSeconds) }),
  'server-error': () => plainReply(500, 'internal error'),
  'wrong-charset': (owed) => withHeader(owed, 'content-type', withWrongCharset(owed.headers['content-type'])),
  'redirect-loop': (_, __, hop) => plainReply(302, 'found', { location: `/fault/redirect-loop?hop=${hop + 1}` }),
  'redirect-private': (_, { location }) => plainReply(302, 'found', { location }),
  huge: (owed, { pageBytes }) => ({ ...owed, body: hugePage(pageBytes) }),
  'gzip-bomb': (owed, { decodedBytes }) => ({
    ...withHeader(owed, 'content-encoding', 'gzip'),
    body: bomb(decodedBytes),
  }),
  'broken-feed': (owed) => ({ ...owed, body: brokenMarkup(owed.body) }),
}

/** Whether this names a fault. */
export function isFaultKind(name: string): name is FaultKind {
  return faultKinds.some((kind) => kind === name)
}

/** The settings a query asks for; what it does not name or names wrongly keeps its default. */
export function faultSettingsIn(query: URLSearchParams): FaultSettings {
  const numberOf = (name: keyof FaultSettings, fallback: number): number => {
    const value = query.get(name)
    return value !== null && /^\d{1,9}$/.test(value) ? Math.min(Number(value), settingMax) : fallback
  }
  return {
    retryAfterSeconds: numberOf('retryAfterSeconds', faultDefaults.retryAfterSeconds),
    dripMs: numberOf('dripMs', faultDefaults.dripMs),
    dripBytes: Math.max(1, numberOf('dripBytes', faultDefaults.dripBytes)),
    pageBytes: numberOf('pageBytes', faultDefaults.pageBytes),
    decodedBytes: numberOf('decodedBytes', faultDefaults.decodedBytes),
    location: URL.parse(query.get('location') ?? '')?.href ?? faultDefaults.location,
  }
}

function withHeader(reply: Reply, name: string, value: string): Reply {
  return { ...reply, headers: { ...reply.headers, [name]: value } }
}

// No publisher uses Latin-1, so this is wrong for all of them.
function withWrongCharset(contentType = 'text/html'): string {
  return `${contentType.replace(/;.*$/, '')}; charset=iso-8859-1`
}

function hugePage(bytes: number): Buffer {
  const page = Buffer.alloc(bytes, '<p>And so it went on, line after line.</p>\n')
  page.write('<!doctype html><title>A very long page</title>')
  return page
}

function bomb(decodedBytes: number): Buffer {
  return gzipSync(Buffer.alloc(decodedBytes, ' '))
}

function brokenMarkup(body: Buffer): Buffer {
  const cutAt = Math.floor(body.length * 0.6)
  return Buffer.concat([body.subarray(0, cutAt), Buffer.from(' & <oops ')])
}
