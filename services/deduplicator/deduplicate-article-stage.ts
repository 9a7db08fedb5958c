import type { ArticleWindow, Decision, Showing, StandingDecision } from '@rafid/catalog'
import { deduplicateArticle, indexArticle, moveCluster, readArticle, tellStory } from '@rafid/contracts'
import type { Article, DocumentRef, Relation } from '@rafid/contracts'
import type { FileDocuments } from '@rafid/documents'
import { defineStage, job } from '@rafid/pipeline'
import { articleFingerprint, fingerprint, placeArticle } from '@rafid/similarity'
import type { Likeness } from '@rafid/similarity'
import { siteKey } from '@rafid/urls'
import { settledClaim } from './settled-claim.ts'

export type DeduplicateDeps = { readonly documents: Pick<FileDocuments, 'getJson'>; readonly window: ArticleWindow }

/** Finds out whether an article is an original, a copy of an earlier one, or a newer version of itself. */
export const deduplicateArticleStage = defineStage({
  consumes: deduplicateArticle,
  emits: [indexArticle, moveCluster, tellStory],
  outcomes: ['original', 'duplicate', 'update'],

  async handle({ articleId, document }, { documents, window }: DeduplicateDeps, { signal }) {
    const article = await readOrWithdraw({ documents, window }, { articleId, document })
    const decision = await decide(window, showingOf(article), signal)
    const relation = relationOf(article.id, decision)
    const moves = decision.moved.map((move) => job(moveCluster, move))
    // Copies of one text are one voice, and a new version changes no story: only originals are told.
    const story = relation.kind === 'original' ? [job(tellStory, { articleId, document })] : []
    return { outcome: relation.kind, emit: [job(indexArticle, { articleId, document, relation }), ...moves, ...story] }
  },
})

/** An article that cannot be read is not waited for. */
async function readOrWithdraw(
  { documents, window }: DeduplicateDeps,
  { articleId, document }: { readonly articleId: string; readonly document: DocumentRef },
): Promise<Article> {
  try {
    return readArticle(await documents.getJson(document))
  } catch (error) {
    await window.withdraw(articleId)
    throw error
  }
}

function showingOf(article: Article): Showing {
  const { id, title, text, url, publishedAt, fetchedAt } = article
  return {
    articleId: id,
    version: fingerprint(`${title}\n${text}`).contentHash,
    fingerprint: articleFingerprint(article),
    at: new Date(publishedAt ?? fetchedAt),
    publisher: siteKey(new URL(url)),
  }
}

async function decide(window: ArticleWindow, showing: Showing, signal: AbortSignal): Promise<StandingDecision> {
  const claim = await settledClaim(window, showing, signal)
  if (claim.state === 'decided') return claim.decision
  // A new version stays with the copies of the old one.
  if (claim.isUpdate) return window.decide(showing, { ...nothing, kind: 'update' }, [])
  const placement = placeArticle({ article: showing, ...claim })
  if (placement.kind === 'original') return window.decide(showing, { ...nothing, kind: 'original' }, [])
  const seqs = new Map(claim.neighbours.map(({ root, rootSeq }) => [root.id, rootSeq]))
  const roots = [placement.like[0].of.root.id, ...placement.joins].flatMap((id) => seqs.get(id) ?? [])
  const own = new Set(claim.neighbours.filter((seen) => seen.publisher === showing.publisher).map(({ id }) => id))
  return window.decide(showing, copyOf(placement.like, own), roots)
}

const nothing = { how: null, reason: null, follows: null, resemblance: null }

/** @param own articles of the same publisher, who republishes his text rather than copying it */
function copyOf(like: readonly [Likeness, ...Likeness[]], own: ReadonlySet<string>): Decision {
  const before = like.find(({ of }) => own.has(of.id))
  const { of, judgement } = before ?? like[0]
  const { verdict, reason, overlap } = judgement
  // A publisher's own text in other words, or with more of them, is its newer version.
  const isRevision = before !== undefined && verdict !== 'exact'
  return {
    kind: isRevision ? 'update' : 'copy',
    how: before !== undefined || verdict === 'different' ? 'update' : verdict,
    reason,
    follows: of.id,
    resemblance: verdict === 'exact' ? 1 : overlap.resemblance,
  }
}

function relationOf(articleId: string, decision: StandingDecision): Relation {
  const { kind, root, how, reason, follows, resemblance } = decision
  const duplicateOf = root === articleId ? null : root
  const isOriginal = kind === 'original' || (kind === 'copy' && duplicateOf === null)
  if (isOriginal) return { kind: 'original', duplicateOf: null, resemblance: null }
  const why = { ...(how && { how }), ...(reason !== null && { reason }), ...(follows !== null && { follows }) }
  return { kind: kind === 'copy' ? 'duplicate' : 'update', duplicateOf, resemblance, ...why }
}
