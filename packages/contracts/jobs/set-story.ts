import { z } from 'zod'
import { defineJob } from '../define-job.ts'

/** deduplicator → indexer: the story of an article. An operator may change it, so later decisions win by their order. */
export const setStory = defineJob({
  name: 'set-story',
  schema: z.object({
    articleId: z.string(),
    storyId: z.string(),
    /** Decisions on one article are ordered by this, whatever comes first. */
    order: z.number().int().nonnegative(),
  }),
  key: ({ articleId, order }) => `${articleId} ${order}`,
  attempts: 8,
  timeoutMs: 30_000,
})
