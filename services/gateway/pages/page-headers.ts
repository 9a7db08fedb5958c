import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'

const contentSecurityPolicy = [
  `default-src 'none'`,
  `style-src 'self'`,
  `script-src 'self'`,
  'img-src https: http: data:',
  `connect-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

/** Under `no-referrer` browsers send our own form with `Origin: null`, which nobody could tell from a foreign one. */
export function ownForms(context: Context): void {
  context.header('referrer-policy', 'same-origin')
}

/** Headers of every page: even markup that slipped through could load and run nothing. */
export const pageHeaders = createMiddleware(async (context, next) => {
  context.header('content-security-policy', contentSecurityPolicy)
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'no-referrer')
  context.header('cache-control', 'private, no-cache')
  context.header('vary', 'accept-language, cookie')
  await next()
})
