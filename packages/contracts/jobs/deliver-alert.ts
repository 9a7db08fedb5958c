import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** indexer → fetcher: a match of a saved search is to be told to its webhook. */
export const deliverAlert = defineJob({
  name: 'deliver-alert',
  schema: z.object({ searchId: z.string(), matchId: z.string() }),
  key: ({ searchId, matchId }) => `${searchId}-${matchId}`,
  attempts: 8,
  timeoutMs: 30_000,
})
