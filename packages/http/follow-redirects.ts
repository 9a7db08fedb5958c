import { setImmediate } from 'node:timers/promises'

import { codeOf, PermanentError } from '@rafid/errors'
import { redactUrl } from '@rafid/urls'
import type { Dispatcher } from 'undici'

import { admitTarget, type Target, type TargetPolicy } from './admit-target.ts'
import type { Dispatchers } from './dispatchers.ts'
import type { HttpLimits } from './http-limits.ts'
import type { HttpResponse } from './http-response.ts'
import { networkError } from './network-error.ts'
import { readResponse } from './read-response.ts'
import { isRedirect, redirectTarget } from './redirect-target.ts'
import { wasReusedSocketReset } from './reused-socket.ts'

export type Exchange = {
  dispatchers: Dispatchers
  policy: TargetPolicy
  limits: HttpLimits
  headers: Record<string, string>
  signal: AbortSignal
}

/**
 * One GET and the redirects it meets, each hop admitted, resolved and dialled under the same rules as the first.
 *
 * @throws CodedError; the signal's reason when it aborts, though not always first
 */
export async function followRedirects(url: string, exchange: Exchange): Promise<HttpResponse> {
  const redirects: HttpResponse['redirects'] = []
  const seen = new Set<string>()
  let target = admitTarget(url, exchange.policy)
  for (;;) {
    seen.add(target.url.href)
    const answer = redirects.length === 0 ? await ask(target, exchange) : await asRedirect(ask(target, exchange))
    if (!isRedirect(answer.statusCode)) return { ...(await readResponse(answer, target.url, exchange)), redirects }
    await drain(answer, exchange)
    target = redirectTarget(answer.headers, target, exchange.policy)
    // Without cookies, a URL that was asked before can only answer the same again.
    if (redirects.length === exchange.limits.redirectsMax || seen.has(target.url.href)) {
      throw new PermanentError('net.too_many_redirects', `${redactUrl(url)}: ${redirects.length + 1} redirects`)
    }
    redirects.push({ status: answer.statusCode, url: target.url.href })
  }
}

/** A name that resolves to a private address looks different to operators when it was a redirect that named it. */
async function asRedirect<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (codeOf(error) !== 'net.blocked_address') throw error
    throw new PermanentError('net.redirect_blocked', 'redirect to a name without a public address', { cause: error })
  }
}

async function ask(target: Target, exchange: Exchange): Promise<Dispatcher.ResponseData> {
  exchange.signal.throwIfAborted()
  try {
    return await send(target, exchange)
  } catch (error) {
    if (!wasReusedSocketReset(error) || exchange.signal.aborted)
      throw networkError(error, 'headers', redactUrl(target.url.href))
  }
  try {
    return await send(target, exchange)
  } catch (error) {
    throw networkError(error, 'headers', redactUrl(target.url.href))
  }
}

function send({ url, exempt }: Target, { dispatchers, headers, signal }: Exchange): Promise<Dispatcher.ResponseData> {
  const path = `${url.pathname}${url.search}`
  return dispatchers.for({ url, exempt }).request({ origin: url.origin, path, method: 'GET', headers, signal })
}

/** A redirect's body is of no interest, but an unread one would cost the socket. */
async function drain(answer: Dispatcher.ResponseData, { limits, signal }: Exchange): Promise<void> {
  await answer.body.dump({ limit: limits.unusedBodyBytesMax, signal })
  // Undici gives a socket back one turn of the event loop after its answer; asking earlier opens another.
  await setImmediate()
}
