import { createHash } from 'node:crypto'
import { ArticleWindow } from '@rafid/catalog'
import { indexArticle, moveCluster } from '@rafid/contracts'
import type { Article } from '@rafid/contracts'
import { deduplicateArticleStage } from '@rafid/deduplicator/deduplicate-article-stage.ts'
import type { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'

/** What the deduplicator says of one article. */
export type Decided = {
  readonly duplicateOf: string | null
  readonly moves: readonly { readonly from: string; readonly to: string }[]
}

/** The documents of the stage, in memory: what is measured is the window. */
export class MemoryDocuments implements Pick<FileDocuments, 'getJson'> {
  readonly articles = new Map<string, Article>()

  getJson({ key }: { key: string }): Promise<unknown> {
    return Promise.resolve(this.articles.get(key))
  }
}

/** The deduplicator's own stage over a window in Redis. */
export function decider(home: QueueHome, hours: number): (article: Article) => Promise<Decided> {
  const documents = new MemoryDocuments()
  const window = new ArticleWindow({ ...home, hours })
  const stage = bind(deduplicateArticleStage, { documents, window })
  const { signal } = new AbortController()
  const context = { jobKey: 'k', attempt: 1, traceId: 't', startedAt: new Date(), signal }
  return async (article) => {
    const key = createHash('sha256').update(article.id).digest('hex')
    documents.articles.set(key, article)
    const document = { key, bytes: 0, contentType: null }
    const { emit = [] } = await stage.run({ articleId: article.id, document }, context)
    documents.articles.delete(key)
    const emissions = emit as readonly { definition: { name: string }; payload: unknown }[]
    const payloads = (name: string) =>
      emissions.filter((each) => each.definition.name === name).map((each) => each.payload)
    return {
      duplicateOf: indexArticle.schema.parse(payloads(indexArticle.name)[0]).relation.duplicateOf,
      moves: payloads(moveCluster.name).map((payload) => moveCluster.schema.parse(payload)),
    }
  }
}
