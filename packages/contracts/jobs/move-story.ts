import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** deduplicator → indexer: two stories turned out to be one; the id of the later is another name of the earlier. */
export const moveStory = defineJob({
  name: 'move-story',
  schema: z.object({ from: z.string(), to: z.string() }),
  key: ({ from, to }) => `${from} ${to}`,
  attempts: 8,
  timeoutMs: 30_000,
})
