import type { ArticleReader, IndexedArticle, ListedArticle } from '@rafid/search'
import { compareArticles } from '@rafid/similarity'
import type { Judgement } from '@rafid/similarity'

/** What an article shows of another one. */
export type ArticleBrief = Pick<
  ListedArticle,
  'id' | 'url' | 'title' | 'lang' | 'publishedAt' | 'source' | 'relation' | 'copies' | 'story'
>

/** An article with everything its page shows. */
export type ArticleView = IndexedArticle & {
  readonly duplicates: readonly ArticleBrief[]
  readonly similar: readonly ArticleBrief[]
  readonly related: readonly ArticleBrief[]
}

/** Gathers what stands around an article: its copies, the other reports of its story, and related stories. */
export async function articleView(reader: ArticleReader, article: IndexedArticle): Promise<ArticleView> {
  const [{ similar, related }, copies] = await Promise.all([reader.neighbours(article), reader.duplicates(article)])
  return {
    ...article,
    duplicates: copies.map(brief),
    similar: similar.map(brief),
    related: related.map(brief),
  }
}

export function brief({
  id,
  url,
  title,
  lang,
  publishedAt,
  source,
  relation,
  copies,
  story,
}: ListedArticle): ArticleBrief {
  return { id, url, title, lang, publishedAt, source, relation, copies, story }
}

/** Why two articles are copies of one text, or are not. */
export type Comparison = {
  readonly articles: readonly [ComparedArticle, ComparedArticle]
  /** Whether they stand in one cluster of copies, by themselves or through others. */
  readonly sameCluster: boolean
  /** What the two say by themselves; others with the same text, known before, can decide otherwise. */
  readonly judgement: Judgement
}

type ComparedArticle = Pick<
  IndexedArticle,
  'id' | 'url' | 'title' | 'lang' | 'publishedAt' | 'fetchedAt' | 'source' | 'relation'
>

/** Compares two articles of the index. */
export function compare(one: IndexedArticle, other: IndexedArticle): Comparison {
  return {
    articles: [compared(one), compared(other)],
    sameCluster: rootOf(one) === rootOf(other),
    judgement: compareArticles(one, other),
  }
}

function rootOf({ id, relation }: IndexedArticle): string {
  return relation.duplicateOf ?? id
}

function compared({ id, url, title, lang, publishedAt, fetchedAt, source, relation }: IndexedArticle): ComparedArticle {
  return { id, url, title, lang, publishedAt, fetchedAt, source, relation }
}
