import type { RobotsFiles, RobotsRecord } from '@rafid/catalog'
import { decodeBytes } from '@rafid/encoding'
import { CodedError, codeOf, Deferred, TransientError } from '@rafid/errors'
import type { HttpClient, HttpResponse } from '@rafid/http'
import { allowAll, parseRobots } from '@rafid/robots'

/** RFC 9309, section 2.4: a copy should not be used for longer than this, in milliseconds. */
const freshMs = 24 * 3_600_000

/** A file that cannot be had is asked for again after this long, twice as long each time in a row, in milliseconds. */
const againMinMs = 60_000
const againMaxMs = 3_600_000

export type RobotsDeps = {
  readonly robots: RobotsFiles
  readonly http: HttpClient
  /** Our name in robots.txt, see `productTokenOf`. */
  readonly productToken: string
}

/**
 * What a host's robots.txt was when somebody last looked, or null when it has to be looked at now. An old copy serves
 * while a newer one cannot be had.
 */
export async function knownRobots({ robots }: RobotsDeps, url: URL, now: Date): Promise<RobotsRecord | null> {
  const record = await robots.get(url.origin)
  return record !== null && now.getTime() < Date.parse(record.freshUntil) ? record : null
}

/**
 * Asks a host for its robots.txt and remembers what came of it: its rules, or none where it has no such file (RFC 9309,
 * section 2.3.1.3), or, where it cannot be had, the rules of before, or that nobody knows (2.3.1.4).
 *
 * @throws Deferred `http.throttled` when the host limits us; the signal's reason when it aborts
 */
export async function fetchRobots(deps: RobotsDeps, url: URL, signal: AbortSignal): Promise<RobotsRecord> {
  const before = await deps.robots.get(url.origin)
  const answer = await ask(deps, url, signal)
  const now = new Date()
  const record = answer.isThere ? known(answer, now) : unknown(before, answer.found, now)
  await deps.robots.put(url.origin, record)
  return record
}

type Answer =
  | { readonly isThere: true; readonly found: number | string; readonly rules: NonNullable<RobotsRecord['rules']> }
  | { readonly isThere: false; readonly found: number | string }

async function ask({ http, productToken }: RobotsDeps, url: URL, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await http.get(`${url.origin}/robots.txt`, { accept: 'text/plain,*/*;q=0.5', signal })
    return answerOf(response, productToken)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof CodedError) || error instanceof Deferred) throw error
    if (error instanceof TransientError) return { isThere: false, found: error.code }
    // An endless redirect, or a body that is no text: there is no such file.
    return { isThere: true, found: codeOf(error), rules: mutable(allowAll) }
  }
}

function answerOf({ status, retryAfterMs, body, contentType }: HttpResponse, productToken: string): Answer {
  if (status === 429) throw new Deferred('http.throttled', retryAfterMs ?? againMinMs, 'robots.txt: status 429')
  if (status >= 500) return { isThere: false, found: status }
  if (status < 200 || status >= 300) return { isThere: true, found: status, rules: mutable(allowAll) }
  const { text } = decodeBytes(body, { contentType, kind: 'html' })
  // A page in its place says nothing to crawlers.
  const rules = /^\s*<(?:!doctype|html)/i.test(text) ? allowAll : parseRobots(text, productToken)
  return { isThere: true, found: status, rules: mutable(rules) }
}

function mutable({ allow, disallow, crawlDelayMs }: typeof allowAll): NonNullable<RobotsRecord['rules']> {
  return { allow: [...allow], disallow: [...disallow], crawlDelayMs }
}

function known({ found, rules }: Answer & { isThere: true }, now: Date): RobotsRecord {
  return { rules, found, failures: 0, fetchedAt: now.toISOString(), freshUntil: after(now, freshMs) }
}

function unknown(before: RobotsRecord | null, found: number | string, now: Date): RobotsRecord {
  const failures = (before?.failures ?? 0) + 1
  const againMs = Math.min(againMinMs * 2 ** (failures - 1), againMaxMs)
  const fetchedAt = before?.rules ? before.fetchedAt : now.toISOString()
  return { rules: before?.rules ?? null, found, failures, fetchedAt, freshUntil: after(now, againMs) }
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString()
}
