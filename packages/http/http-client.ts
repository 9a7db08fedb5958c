import { startDeadline } from './deadline.ts'
import { directDispatchers, proxyDispatchers } from './dispatchers.ts'
import { followRedirects } from './follow-redirects.ts'
import { defaultLimits, type HttpLimits } from './http-limits.ts'
import type { HttpResponse } from './http-response.ts'
import { postBody, type PostedBody } from './post-body.ts'
import { acceptEncoding } from './read-body.ts'
import { resolveHost, type Resolve } from './resolve-host.ts'
import { fitValidator } from './validator.ts'

export type HttpClientOptions = {
  userAgent?: string
  /** An upstream proxy of the operator's; its own address may be anywhere. */
  proxy?: string | null
  allow?: { host: string; port: number }[]
  limits?: Partial<HttpLimits>
  ports?: number[]
  lookup?: Resolve
}

export type RequestOptions = {
  validators?: { etag?: string | null; lastModified?: string | null }
  accept?: string
  signal?: AbortSignal
}

export type HttpClient = {
  /**
   * One GET, redirects followed, body decoded. An answer of any status is a result; see `usable`.
   *
   * @throws PermanentError or TransientError with a code of `url.*`, `net.*`, `http.*` or `body.*`; when `signal`
   *   aborts, its reason
   */
  get(url: string, options?: RequestOptions): Promise<HttpResponse>
  /**
   * One POST of a form; a redirect is an answer like any other.
   *
   * @throws what `get` throws
   */
  post(url: string, form: Readonly<Record<string, string>>, options?: { signal?: AbortSignal }): Promise<PostAnswer>
  /**
   * One POST of a value as JSON; a redirect is an answer like any other.
   *
   * @throws what `get` throws
   */
  postJson(url: string, value: unknown, options?: { signal?: AbortSignal }): Promise<PostAnswer>
  close(): Promise<void>
}

/** What came back for a POST, without its body. */
export type PostAnswer = { readonly status: number; readonly retryAfterMs: number | null }

/**
 * The one door to the outside: it dials public addresses on web ports only, whatever it is asked for or redirected to.
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const limits = { ...defaultLimits, ...options.limits }
  const policy = { ports: options.ports ?? [80, 443], allow: options.allow ?? [] }
  const dispatchers = options.proxy
    ? proxyDispatchers(options.proxy, limits)
    : directDispatchers(options.lookup ?? resolveHost, limits)
  const userAgent = options.userAgent ?? 'Rafid/0.1'
  const within = async <Result>(signal: AbortSignal | undefined, ask: (signal: AbortSignal) => Promise<Result>) => {
    const deadline = startDeadline(limits.totalTimeoutMs, signal)
    try {
      return await ask(deadline.signal)
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error
    } finally {
      deadline.clear()
    }
  }
  const send = (url: string, body: PostedBody, from: AbortSignal | undefined): Promise<PostAnswer> =>
    within(from, (signal) =>
      postBody(url, body, { dispatchers, policy, limits, headers: { 'user-agent': userAgent }, signal }),
    )
  return {
    get: (url, request = {}) => {
      const headers = requestHeaders(userAgent, request)
      return within(request.signal, (signal) => followRedirects(url, { dispatchers, policy, limits, headers, signal }))
    },
    post: (url, form, request = {}) =>
      send(
        url,
        { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() },
        request.signal,
      ),
    postJson: (url, value, request = {}) =>
      send(url, { type: 'application/json', text: JSON.stringify(value) }, request.signal),
    close: () => dispatchers.close(),
  }
}

function requestHeaders(
  userAgent: string,
  { accept = '*/*', validators = {} }: RequestOptions,
): Record<string, string> {
  const etag = fitValidator(validators.etag)
  const lastModified = fitValidator(validators.lastModified)
  return {
    'user-agent': userAgent,
    accept,
    'accept-encoding': acceptEncoding,
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  }
}
