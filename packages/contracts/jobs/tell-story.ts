import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** deduplicator → deduplicator: an article that is no copy wants its story. */
export const tellStory = defineJob({
  name: 'tell-story',
  schema: z.object({
    articleId: z.string(),
    /** The article, as a document. */
    document: documentRef,
  }),
  key: ({ articleId, document }) => `${articleId} ${document.key}`,
  attempts: 8,
  timeoutMs: 30_000,
})
