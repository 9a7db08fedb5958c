import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** scheduler → fetcher: a feed's hub is to be asked to deliver, or to go on delivering. */
export const subscribeFeed = defineJob({
  name: 'subscribe-feed',
  schema: z.object({ feedId: z.string() }),
  key: ({ feedId }) => feedId,
  attempts: 3,
  timeoutMs: 60_000,
})
