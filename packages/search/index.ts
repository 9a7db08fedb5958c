export type {
  ArticleReader,
  ArticleWriter,
  FacetCount,
  Facets,
  IndexedArticle,
  IndexedStory,
  ListedArticle,
  ListFilter,
  Page,
  Retention,
  SearchHit,
  SearchPage,
  SearchRequest,
  SnippetPart,
  StoryDecision,
} from './article-index.ts'
export { fileState } from './embedded/file-state.ts'
export { backupFile, checkFile, reindexFile } from './embedded/maintenance.ts'
export { indexFile, openIndexReader, openIndexWriter } from './open-index.ts'
export type { IndexPlace } from './open-index.ts'
export { openReader } from './embedded/sqlite-reader.ts'
export { openWriter } from './embedded/sqlite-writer.ts'
export { openOpenSearchReader } from './opensearch/opensearch-reader.ts'
export { openOpenSearchWriter } from './opensearch/opensearch-writer.ts'
