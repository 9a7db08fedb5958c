import type { Queues } from '@rafid/pipeline'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { problem } from '../problem.ts'

/** Where the jobs lie open as BullMQ keeps them. */
export const rawJobsPath = '/bull'

/** As strict as its pages allow: they set styles within their markup, and a base for their addresses. */
const contentSecurityPolicy = [
  `default-src 'none'`,
  `style-src 'self' 'unsafe-inline'`,
  `script-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `form-action 'none'`,
  `base-uri 'self'`,
  `frame-ancestors 'none'`,
].join('; ')

const headers = createMiddleware(async (context, next) => {
  await next()
  context.header('content-security-policy', contentSecurityPolicy)
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'no-referrer')
})

/**
 * The raw jobs of every queue, for operators to look at. Nothing can be changed there, since the audit log would not
 * know of it. What shows them is loaded when somebody looks for the first time.
 */
export function rawJobs(queues: Pick<Queues, 'queue'>): Hono {
  let board: Promise<Hono> | undefined
  const app = new Hono()
  app.use(headers)
  app.get('*', async (context) => {
    board ??= import('./bull-board.ts').then(({ bullBoard }) => bullBoard(queues, rawJobsPath))
    return (await board).fetch(context.req.raw)
  })
  app.all('*', (context) =>
    problem(
      context,
      405,
      'request.read_only',
      'Raw jobs can only be looked at: use the page of dead letters, or the API.',
    ),
  )
  return app
}
