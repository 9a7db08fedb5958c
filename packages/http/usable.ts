import { Deferred, PermanentError, TransientError } from '@rafid/errors'
import { redactUrl } from '@rafid/urls'

import type { HttpResponse } from './http-response.ts'

const delayMinMs = 1_000
const delayDefaultMs = 60_000

/**
 * Passes on an answer that there is something to do with: a body, or 304. The client has refused a 304 nobody asked
 * for.
 *
 * @throws Deferred `http.throttled` (429, or 503 that says when), TransientError `http.status` (408, 425, 5xx),
 *   PermanentError `http.status` (every other status) or `content.empty` (204, 205, 206, no body)
 */
export function usable(response: HttpResponse): HttpResponse {
  const { status, retryAfterMs } = response
  if (status === 304) return response
  const message = `${redactUrl(response.url)}: status ${status}`
  if (status === 429 || (status === 503 && retryAfterMs !== null)) {
    throw new Deferred('http.throttled', Math.max(retryAfterMs ?? delayDefaultMs, delayMinMs), message)
  }
  if (status === 408 || status === 425 || status >= 500) throw new TransientError('http.status', message)
  if (status < 200 || status >= 300) throw new PermanentError('http.status', message)
  if ([204, 205, 206].includes(status) || response.body.length === 0) throw new PermanentError('content.empty', message)
  return response
}
