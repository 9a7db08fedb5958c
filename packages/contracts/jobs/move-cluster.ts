import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** deduplicator → indexer: two clusters of copies turned out to be one; the first article of the later one has changed. */
export const moveCluster = defineJob({
  name: 'move-cluster',
  schema: z.object({ from: z.string(), to: z.string() }),
  key: ({ from, to }) => `${from} ${to}`,
  attempts: 8,
  timeoutMs: 30_000,
})
