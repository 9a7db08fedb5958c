import { z } from 'zod'
import { relation } from '../article.ts'
import { defineJob } from '../define-job.ts'
import { documentRef } from '../document-ref.ts'

/** deduplicator → indexer: an article and its relation to those before it. */
export const indexArticle = defineJob({
  name: 'index-article',
  schema: z.object({
    articleId: z.string(),
    document: documentRef,
    relation,
  }),
  key: ({ articleId, document }) => `${articleId} ${document.key}`,
  attempts: 8,
  timeoutMs: 30_000,
})
