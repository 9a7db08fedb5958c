import type { ArticleReader, IndexedArticle, ListedArticle } from '@rafid/search'

/** What an article shows of another one. */
export type ArticleBrief = Pick<
  ListedArticle,
  'id' | 'url' | 'title' | 'lang' | 'publishedAt' | 'source' | 'relation' | 'copies'
>

/** An article with everything its page shows. */
export type ArticleView = IndexedArticle & {
  readonly duplicates: readonly ArticleBrief[]
  readonly similar: readonly ArticleBrief[]
  readonly related: readonly ArticleBrief[]
}

/** Gathers what stands around an article: its copies, other reports of much the same headline, and related stories. */
export function articleView(reader: ArticleReader, article: IndexedArticle): ArticleView {
  const { similar, related } = reader.neighbours(article)
  return {
    ...article,
    duplicates: reader.duplicates(article).map(brief),
    similar: similar.map(brief),
    related: related.map(brief),
  }
}

function brief({ id, url, title, lang, publishedAt, source, relation, copies }: ListedArticle): ArticleBrief {
  return { id, url, title, lang, publishedAt, source, relation, copies }
}
