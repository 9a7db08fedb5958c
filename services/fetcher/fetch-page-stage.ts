import type { Politeness } from '@rafid/catalog'
import { fetchPage, parsePage } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { Deferred, PermanentError } from '@rafid/errors'
import { usable } from '@rafid/http'
import type { HttpClient } from '@rafid/http'
import { defineStage, job } from '@rafid/pipeline'
import { takeTurn } from './take-turn.ts'

export type FetchPageDeps = {
  readonly http: HttpClient
  readonly documents: FileDocuments
  readonly politeness: Politeness
  readonly hostGapMs: number
}

const accept = 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5'

/** Downloads one page, politely, and hands it to the parser by reference. */
export const fetchPageStage = defineStage({
  consumes: fetchPage,
  emits: [parsePage],
  outcomes: ['fetched'],

  async handle({ url, feedId, entry }, deps: FetchPageDeps, { signal, jobKey }) {
    const host = await takeTurn(deps, url, jobKey)
    const response = await getPage(deps, { url, host, signal })
    const document = await deps.documents.put(response.body, response.contentType)
    const fetchedAt = new Date().toISOString()
    return { outcome: 'fetched', emit: [job(parsePage, { url: response.url, feedId, entry, document, fetchedAt })] }
  },
})

async function getPage({ http, politeness }: FetchPageDeps, page: { url: string; host: string; signal: AbortSignal }) {
  try {
    const response = usable(await http.get(page.url, { accept, signal: page.signal }))
    if (!isText(response.contentType)) {
      throw new PermanentError('type.unsupported', `not a page: ${response.contentType}`)
    }
    return response
  } catch (error) {
    // The whole host asked for a rest, not only this page.
    if (error instanceof Deferred) await politeness.hold(page.host, error.delayMs)
    throw error
  }
}

function isText(contentType: string | null): boolean {
  return (
    contentType === null ||
    /^\s*(text\/|application\/xhtml|application\/xml|application\/octet-stream)/i.test(contentType)
  )
}
