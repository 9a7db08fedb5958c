export { extractArticle } from './extract-article.ts'
export { htmlCharsMax } from './parse-html.ts'
export type { Attribution } from './article-attribution.ts'
export type { ArticleHints, ExtractedArticle } from './extracted-article.ts'
