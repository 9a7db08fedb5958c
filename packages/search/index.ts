export type {
  ArticleReader,
  ListedArticle,
  ArticleWriter,
  IndexedArticle,
  IndexedStory,
  ListFilter,
  Page,
  SearchHit,
  SnippetPart,
} from './article-index.ts'
export { openReader } from './sqlite-reader.ts'
export { openWriter } from './sqlite-writer.ts'
