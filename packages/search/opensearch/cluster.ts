import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@opensearch-project/opensearch'
import { PermanentError, TransientError } from '@rafid/errors'

/** A request, or an item of a bulk, is tried so often before its job has to come back later. */
const defaultTriesMax = 5
/** More than this goes in several bulks, in UTF-16 units. */
const bulkCharsMax = 8_000_000
const defaultTimeoutMs = 30_000
/** Between the tries, doubled each time; the waits are spread so that many writers do not come back together. */
const backoffMs = 100

/** Too much to do, or out of order for the moment. */
const passingStatuses = new Set([429, 502, 503, 504])

export type ClusterOptions = {
  /** `http` or `https`; a name and a password in it are used. */
  readonly url: string
  readonly requestTimeoutMs?: number
  readonly triesMax?: number
  /** First wait between two tries, in milliseconds. */
  readonly backoffMs?: number
}

export type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean>>
  readonly body?: object
  /** Lines of a bulk, instead of a body. */
  readonly lines?: readonly string[]
  /** Statuses that are answers, not failures. */
  readonly accept?: readonly number[]
}

export type Answer = { readonly status: number; readonly body: unknown }

/** One line of a bulk. `cas` and `version` are two ways to say what the write may replace. */
export type Write = {
  readonly action: 'index' | 'create' | 'update' | 'delete'
  readonly index: string
  readonly id: string
  readonly body?: object
  /** Nothing of this version or a newer one is replaced. */
  readonly version?: number
  /** Has a deletion apply to this very version too. */
  readonly orEqual?: boolean
  /** Only what was read is replaced. */
  readonly cas?: Cas
}

/** What tells one state of a stored document from the next. */
export type Cas = { readonly seqNo: number; readonly primaryTerm: number }

/** What became of a write: 2xx, 404 where there was nothing to delete, 409 where the store holds something newer, or why not. */
export type Written = { readonly status: number; readonly reason: string }

/** What we ask of an OpenSearch cluster: requests that are repeated while they may still succeed. */
export type Cluster = {
  /**
   * @throws TransientError `search.unavailable` when it cannot be reached or stays too busy, `search.refused` without rights
   * @throws PermanentError `search.rejected` when it will never take this request
   */
  ask(request: Ask): Promise<Answer>
  /**
   * Writes, each for itself: one that fails leaves the others written. Those that the cluster had no room for are tried
   * again.
   *
   * @returns what became of each, in their order
   * @throws as `ask` does, when the whole request fails
   */
  write(writes: readonly Write[]): Promise<Written[]>
  close(): Promise<void>
}

/** Connects to a cluster; nothing is sent before something is asked. */
export function openCluster(options: ClusterOptions): Cluster {
  let connection: Promise<Client> | null = null
  const pace = { triesMax: options.triesMax ?? defaultTriesMax, firstPauseMs: options.backoffMs ?? backoffMs }
  const ask = async (request: Ask): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      try {
        connection ??= connect(options)
        return await send(await connection, request)
      } catch (error) {
        if (tries === pace.triesMax || !mayPass(error)) throw asCodedError(error)
      }
      await pause(spread(pace.firstPauseMs, tries))
    }
  }
  return {
    ask,
    write: (writes) => writeAll(ask, writes, pace),
    close: async () => (await connection)?.close(),
  }
}

/** The client takes a third of a second and 30 MB to load, which nobody pays whose index is a file. */
async function connect({ url, requestTimeoutMs = defaultTimeoutMs }: ClusterOptions): Promise<Client> {
  const { Client: OpenSearchClient } = await import('@opensearch-project/opensearch')
  // Requests are repeated here, with a pause that the client does not make.
  return new OpenSearchClient({ node: url, requestTimeout: requestTimeoutMs, maxRetries: 0 })
}

async function send(client: Client, { method, path, query, body, lines, accept = [] }: Ask): Promise<Answer> {
  const answer = await client.transport.request(
    {
      method,
      path,
      ...(query === undefined ? {} : { querystring: query }),
      ...(body === undefined ? {} : { body }),
      ...(lines === undefined ? {} : { bulkBody: [...lines] }),
    },
    { ignore: [...accept] },
  )
  return { status: answer.statusCode ?? 0, body: answer.body as unknown }
}

/** What the client calls errors that another try may not meet. */
const passingErrors = new Set(['ConnectionError', 'TimeoutError', 'NoLivingConnectionsError'])

function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  if (status !== null) return passingStatuses.has(status)
  return error instanceof Error && passingErrors.has(error.name)
}

/** Of an answer that is no success; null when there was no answer. */
function statusOf(error: unknown): number | null {
  const isAnswer = error instanceof Error && error.name === 'ResponseError' && 'statusCode' in error
  return isAnswer && typeof error.statusCode === 'number' ? error.statusCode : null
}

function asCodedError(error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  const status = statusOf(error)
  if (status === null) {
    return new TransientError('search.unavailable', `OpenSearch did not answer: ${reason}`, { cause: error })
  }
  const message = `OpenSearch answered ${status}: ${reason}`.slice(0, 500)
  // Rights are given back by an operator, and the jobs should not be lost until then.
  if (status === 401 || status === 403) return new TransientError('search.refused', message, { cause: error })
  if (status >= 400 && status < 500 && !passingStatuses.has(status)) {
    return new PermanentError('search.rejected', message, { cause: error })
  }
  return new TransientError('search.unavailable', message, { cause: error })
}

type BulkAnswer = { readonly items: readonly Record<string, { readonly status: number; readonly error?: BulkError }>[] }
type BulkError = { readonly type?: string; readonly reason?: string; readonly caused_by?: { readonly reason?: string } }

type Pace = { readonly triesMax: number; readonly firstPauseMs: number }

async function writeAll(ask: Cluster['ask'], writes: readonly Write[], pace: Pace): Promise<Written[]> {
  const results: Written[] = []
  let bulk: string[] = []
  let chars = 0
  const flush = async (): Promise<void> => {
    if (bulk.length > 0) results.push(...(await writeBulk(ask, bulk, pace)))
    bulk = []
    chars = 0
  }
  for (const write of writes) {
    const lines = linesOf(write)
    if (chars + lines.length > bulkCharsMax) await flush()
    bulk.push(lines)
    chars += lines.length
  }
  await flush()
  return results
}

async function writeBulk(ask: Cluster['ask'], items: readonly string[], pace: Pace): Promise<Written[]> {
  const results: Written[] = items.map(() => ({ status: 0, reason: '' }))
  let open = items.map((_, at) => at)
  for (let tries = 1; open.length > 0; tries += 1) {
    const sent = open
    const { body } = await ask({ method: 'POST', path: '/_bulk', lines: sent.map((at) => items[at] ?? '') })
    const { items: answers } = body as BulkAnswer
    for (const [place, at] of sent.entries()) results[at] = writtenOf(answers[place])
    open = sent.filter((at) => (results[at]?.status ?? 500) === 429 || (results[at]?.status ?? 500) >= 500)
    if (tries === pace.triesMax) return results
    if (open.length > 0) await pause(spread(pace.firstPauseMs, tries))
  }
  return results
}

function writtenOf(item: BulkAnswer['items'][number] | undefined): Written {
  const [result] = Object.values(item ?? {})
  if (result === undefined) return { status: 500, reason: 'no answer for this item' }
  const { type, reason, caused_by: cause } = result.error ?? {}
  return {
    status: result.status,
    reason: [type, reason, cause?.reason].filter((part) => part !== undefined).join(': '),
  }
}

function linesOf({ action, index, id, body = {}, version, orEqual, cas }: Write): string {
  const head = {
    _index: index,
    _id: id,
    ...(version === undefined ? {} : { version, version_type: orEqual === true ? 'external_gte' : 'external' }),
    ...(cas === undefined ? {} : { if_seq_no: cas.seqNo, if_primary_term: cas.primaryTerm }),
  }
  if (action === 'delete') return JSON.stringify({ delete: head })
  return `${JSON.stringify({ [action]: head })}\n${JSON.stringify(action === 'update' ? { doc: body } : body)}`
}

/** Full jitter around half of the wait. */
function spread(firstPauseMs: number, tries: number): number {
  return firstPauseMs * 2 ** (tries - 1) * (0.5 + Math.random())
}

/** @throws TransientError `search.unavailable` | PermanentError `search.rejected` unless the write stands */
export function failUnlessWritten({ status, reason }: Written, accept: readonly number[] = []): void {
  if ((status >= 200 && status < 300) || accept.includes(status)) return
  if (status === 429 || status >= 500) {
    throw new TransientError('search.unavailable', `OpenSearch has no room for it (${status}): ${reason}`)
  }
  throw new PermanentError('search.rejected', `OpenSearch does not take it (${status}): ${reason}`.slice(0, 500))
}
