import type { ArticleReader } from '../article-index.ts'
import { AnswerMemory } from './answer-memory.ts'
import type { SearchContext } from './answer.ts'
import { articleById } from './article-rows.ts'
import { didYouMean } from './did-you-mean.ts'
import { facets } from './facets.ts'
import { neighbours } from './neighbours.ts'
import { newest } from './newest.ts'
import { openDatabase } from './open-database.ts'
import { search } from './search.ts'
import { duplicatesOf, storyOf } from './story-articles.ts'
import { WordStatistics } from './word-statistics.ts'

const countMax = 10_000

/**
 * Opens the embedded index for reading while others write.
 *
 * @throws ConfigError when the file cannot be opened
 */
export function openReader(path: string): ArticleReader {
  const database = openDatabase(path)
  const context: SearchContext = {
    database,
    statistics: new WordStatistics(database),
    answers: new AnswerMemory(database),
    countMax,
  }
  return {
    newest: async (filter) => newest(database, filter),
    search: async (request) => search(context, request),
    facets: async (query) => facets(context, query),
    didYouMean: async (words) => didYouMean(context, words),
    get: async (id) => articleById(database, id),
    duplicates: async (article) => duplicatesOf(database, article),
    neighbours: async (article) => neighbours(context, article),
    story: async (id) => storyOf(database, id),
    count: async () => {
      const row = database.prepare(`SELECT count(*) AS articles, total(root_id = id) AS originals FROM articles`).get()
      return { articles: Number(row?.['articles']), originals: Number(row?.['originals']) }
    },
    close: async () => database.close(),
  }
}
