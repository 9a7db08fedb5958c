import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** scheduler → fetcher: a feed is due. */
export const pollFeed = defineJob({
  name: 'poll-feed',
  schema: z.object({ feedId: z.string() }),
  key: ({ feedId }) => feedId,
  attempts: 3,
  timeoutMs: 60_000,
})
