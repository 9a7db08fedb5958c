import { z } from 'zod'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** parser → deduplicator: an article was extracted. */
export const deduplicateArticle = defineJob({
  name: 'deduplicate-article',
  schema: z.object({
    articleId: z.string(),
    /** The article, as a document. */
    document: documentRef,
  }),
  key: ({ articleId, document }) => `${articleId} ${document.key}`,
  attempts: 5,
  timeoutMs: 20_000,
})
