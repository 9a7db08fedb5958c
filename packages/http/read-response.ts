import { CodedError, PermanentError } from '@rafid/errors'
import { redactUrl } from '@rafid/urls'
import type { Dispatcher } from 'undici'

import type { HttpLimits } from './http-limits.ts'
import type { HttpResponse } from './http-response.ts'
import { networkError } from './network-error.ts'
import { readBody } from './read-body.ts'
import { headerOf } from './response-headers.ts'
import { parseRetryAfter } from './retry-after.ts'
import { fitValidator } from './validator.ts'

const contentTypeCharsMax = 256
const linkCharsMax = 8_192

type Request = { limits: HttpLimits; headers: Record<string, string>; signal: AbortSignal }

/**
 * Reads what came back for `url`, whatever its status.
 *
 * @throws PermanentError `http.status` for a 304 that nobody asked for, otherwise what `readBody` throws
 */
export async function readResponse(
  answer: Dispatcher.ResponseData,
  url: URL,
  request: Request,
): Promise<Omit<HttpResponse, 'redirects'>> {
  const header = (name: string) => headerOf(answer.headers, name)
  const response = {
    url: url.href,
    status: answer.statusCode,
    contentType: header('content-type')?.slice(0, contentTypeCharsMax) ?? null,
    etag: fitValidator(header('etag')),
    lastModified: fitValidator(header('last-modified')),
    retryAfterMs: parseRetryAfter(header('retry-after'), new Date()),
    cacheControl: header('cache-control'),
    expires: header('expires'),
    link: header('link')?.slice(0, linkCharsMax) ?? null,
  }
  return { ...response, body: await bodyOf(answer, url, request) }
}

async function bodyOf(answer: Dispatcher.ResponseData, url: URL, request: Request): Promise<Uint8Array> {
  if (answer.statusCode === 304 && !isConditional(request.headers)) {
    answer.body.on('error', ignore).destroy()
    throw new PermanentError('http.status', `${redactUrl(url.href)}: 304 to a request without validators`)
  }
  // An error says all it has to say in its status: a broken or endless body must not take its place.
  if (answer.statusCode >= 400 || answer.statusCode === 304) {
    await answer.body.dump({ limit: request.limits.unusedBodyBytesMax, signal: request.signal })
    return new Uint8Array()
  }
  try {
    refuseAnnouncedSize(headerOf(answer.headers, 'content-length'), request.limits)
    return await readBody(answer.body, headerOf(answer.headers, 'content-encoding'), request.limits)
  } catch (error) {
    answer.body.on('error', ignore).destroy()
    throw error instanceof CodedError ? error : networkError(error, 'body', redactUrl(url.href))
  }
}

function refuseAnnouncedSize(contentLength: string | null, { wireBytesMax }: HttpLimits): void {
  if (Number(contentLength) > wireBytesMax) {
    throw new PermanentError('body.too_large', `body of ${contentLength} bytes, more than ${wireBytesMax}`)
  }
}

// Destroying an unread body reports the abort to whoever listens, and we know.
function ignore(): void {}

function isConditional(headers: Record<string, string>): boolean {
  return 'if-none-match' in headers || 'if-modified-since' in headers
}
