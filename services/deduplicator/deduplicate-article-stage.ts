import type { DuplicateWindow } from '@rafid/catalog'
import { deduplicateArticle, indexArticle, readArticle } from '@rafid/contracts'
import type { Article, Relation } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { defineStage, job } from '@rafid/pipeline'
import { bands, relate, sketch } from '@rafid/similarity'

export type DeduplicateDeps = { readonly documents: FileDocuments; readonly window: DuplicateWindow }

/** Finds out whether an article is an original, a copy of an earlier one, or a newer version of itself. */
export const deduplicateArticleStage = defineStage({
  consumes: deduplicateArticle,
  emits: [indexArticle],
  outcomes: ['original', 'duplicate', 'update'],

  async handle({ articleId, document }, { documents, window }: DeduplicateDeps) {
    const article = readArticle(await documents.getJson(document))
    const relation = await decide(window, article)
    return { outcome: relation.kind, emit: [job(indexArticle, { articleId, document, relation })] }
  },
})

async function decide(window: DuplicateWindow, article: Article): Promise<Relation> {
  const body = sketch(article.text)
  const version = sketch(`${article.title}\n${article.text}`).contentHash
  const { contentHash, signature } = body
  const claim = await window.claim({ articleId: article.id, version, contentHash, signature, bands: bands(signature) })
  if (claim.state === 'decided') return claim.relation
  const copy = relate(body, claim.earlier)
  if (copy) return window.decide(article.id, version, { kind: 'duplicate', ...copy })
  return window.decide(article.id, version, {
    kind: claim.isUpdate ? 'update' : 'original',
    duplicateOf: null,
    resemblance: null,
  })
}
