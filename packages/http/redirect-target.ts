import { CodedError, PermanentError } from '@rafid/errors'
import { redactUrl } from '@rafid/urls'

import { admitTarget, type Target, type TargetPolicy } from './admit-target.ts'
import { type Headers, utf8Header } from './response-headers.ts'

const redirectStatuses = new Set([301, 302, 303, 307, 308])

export function isRedirect(status: number): boolean {
  return redirectStatuses.has(status)
}

/**
 * Where a redirect leads, admitted like the first URL.
 *
 * @param from the target that answered with the redirect
 * @throws PermanentError `http.framing` without a Location that makes sense, `net.redirect_blocked` for one we do not
 *   follow
 */
export function redirectTarget(headers: Headers, from: Target, policy: TargetPolicy): Target {
  const url = locationIn(headers, from.url)
  try {
    return admitTarget(url.href, policy, from)
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    const message = `${redactUrl(from.url.href)} redirects to what is not fetched (${error.code})`
    throw new PermanentError('net.redirect_blocked', message, { cause: error })
  }
}

function locationIn(headers: Headers, base: URL): URL {
  const values = new Set([headers['location'] ?? []].flat())
  const [location] = values
  // Two different ones are an attack on whoever reads the other one.
  if (location === undefined || values.size > 1) {
    throw new PermanentError('http.framing', `${redactUrl(base.href)}: redirect with ${values.size} locations`)
  }
  const target = utf8Header(location)
  if (!URL.canParse(target, base.href))
    throw new PermanentError('http.framing', `${redactUrl(base.href)}: broken location`)
  return new URL(target, base)
}
