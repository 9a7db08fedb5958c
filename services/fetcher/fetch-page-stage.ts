import { inTurn } from '@rafid/catalog'
import type { Politeness, RobotsRecord } from '@rafid/catalog'
import { fetchPage, parsePage } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { Deferred, PermanentError } from '@rafid/errors'
import { usable } from '@rafid/http'
import type { HttpResponse } from '@rafid/http'
import { defineStage, job } from '@rafid/pipeline'
import type { JobContext } from '@rafid/pipeline'
import { isAllowed } from '@rafid/robots'
import { admitUrl, hostKey } from '@rafid/urls'
import { fetchRobots, knownRobots, type RobotsDeps } from './robots-of.ts'

export type FetchPageDeps = RobotsDeps & {
  readonly documents: FileDocuments
  readonly politeness: Politeness
  readonly hostGapMs: number
}

/** A host's wish to be left alone between two requests counts up to here, in milliseconds. */
const crawlDelayMaxMs = 120_000

/** A page waits so long for a robots.txt that cannot be had, in milliseconds. */
const robotsWaitMaxMs = 24 * 3_600_000

const accept = 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5'

type Visit = { readonly url: URL; readonly context: JobContext }

/**
 * Downloads one page, politely, and hands it to the parser by reference. A page that robots.txt forbids is handed on
 * without a body: what the feed carried of it may be enough.
 */
export const fetchPageStage = defineStage({
  consumes: fetchPage,
  emits: [parsePage],
  outcomes: ['fetched', 'withheld'],

  async handle({ url, feedId, entry }, deps: FetchPageDeps, context) {
    const visit = { url: admitUrl(url), context }
    const robots = await robotsFor(deps, visit)
    if (!isAllowed(robots, visit.url)) {
      const document = await deps.documents.put(new Uint8Array(), 'text/html')
      const page = {
        url: visit.url.href,
        feedId,
        entry,
        document,
        fetchedAt: new Date().toISOString(),
        withheld: 'robots.disallowed',
      }
      return { outcome: 'withheld', emit: [job(parsePage, page)] }
    }
    const response = await ask(deps, visit, robots, () => getPage(deps, visit))
    const document = await deps.documents.put(response.body, response.contentType)
    const page = { url: response.url, feedId, entry, document, fetchedAt: new Date().toISOString() }
    return { outcome: 'fetched', emit: [job(parsePage, page)] }
  },
})

type Rules = NonNullable<RobotsRecord['rules']>

/**
 * The rules of the page's host; fetched in a turn of its own when nobody has them.
 *
 * @throws Deferred `host.busy` after that turn, `robots.unreachable` while they cannot be had; PermanentError
 *   `robots.unreachable` after a day of that
 */
async function robotsFor(deps: FetchPageDeps, visit: Visit): Promise<Rules> {
  const { url, context } = visit
  const known = await knownRobots(deps, url, new Date())
  const record = known ?? (await ask(deps, visit, null, () => fetchRobots(deps, url, context.signal)))
  if (record.rules === null) {
    const message = `${url.origin}/robots.txt cannot be had: ${record.found}`
    if (Date.now() - context.startedAt.getTime() > robotsWaitMaxMs) {
      throw new PermanentError('robots.unreachable', message)
    }
    throw new Deferred('robots.unreachable', Date.parse(record.freshUntil) - Date.now(), message)
  }
  const gapMs = gapFor(deps, record.rules)
  if (known === null && gapMs > 0) throw new Deferred('host.busy', gapMs)
  return record.rules
}

function ask<Result>(deps: FetchPageDeps, visit: Visit, rules: Rules | null, request: () => Promise<Result>) {
  const { url, context } = visit
  const turn = { host: hostKey(url), jobKey: context.jobKey, gapMs: gapFor(deps, rules) }
  const address = rules === null ? `${url.origin}/robots.txt` : url.href
  return inTurn(deps.politeness, { ...turn, address, timeoutMs: fetchPage.timeoutMs }, request)
}

function gapFor({ hostGapMs }: FetchPageDeps, rules: Rules | null): number {
  return hostGapMs === 0 ? 0 : Math.max(hostGapMs, Math.min(rules?.crawlDelayMs ?? 0, crawlDelayMaxMs))
}

async function getPage({ http }: FetchPageDeps, { url, context }: Visit): Promise<HttpResponse> {
  const response = usable(await http.get(url.href, { accept, signal: context.signal }))
  if (isText(response.contentType)) return response
  throw new PermanentError('type.unsupported', `not a page: ${response.contentType}`)
}

function isText(contentType: string | null): boolean {
  return (
    contentType === null ||
    /^\s*(text\/|application\/xhtml|application\/xml|application\/octet-stream)/i.test(contentType)
  )
}
