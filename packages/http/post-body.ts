import { redactUrl } from '@rafid/urls'

import { admitTarget } from './admit-target.ts'
import type { Exchange } from './follow-redirects.ts'
import type { PostAnswer } from './http-client.ts'
import { networkError } from './network-error.ts'
import { headerOf } from './response-headers.ts'
import { parseRetryAfter } from './retry-after.ts'

export type PostedBody = { readonly type: string; readonly text: string }

/**
 * One POST under the rules of every GET: only an admitted target is dialled. It is not sent twice, and no redirect is
 * followed, for what it does need not be repeatable.
 *
 * @throws CodedError; the signal's reason when it aborts, though not always first
 */
export async function postBody(
  url: string,
  { type, text }: PostedBody,
  { dispatchers, policy, limits, headers, signal }: Exchange,
): Promise<PostAnswer> {
  const target = admitTarget(url, policy)
  try {
    const answer = await dispatchers.for(target).request({
      origin: target.url.origin,
      path: `${target.url.pathname}${target.url.search}`,
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: text,
      signal,
    })
    await answer.body.dump({ limit: limits.unusedBodyBytesMax, signal })
    const retryAfterMs = parseRetryAfter(headerOf(answer.headers, 'retry-after'), new Date())
    return { status: answer.statusCode, retryAfterMs }
  } catch (error) {
    throw networkError(error, 'headers', redactUrl(target.url.href))
  }
}
