import type { DatabaseSync } from 'node:sqlite'
import type { IndexedArticle, IndexedStory, ListedArticle } from '../article-index.ts'
import { listedRows, pageMax } from './article-rows.ts'
import { storyNow } from './stories.ts'
import { rowsOfClusters } from './cluster-rows.ts'

/** A story by its id, or by one it had before. */
export function storyOf(database: DatabaseSync, name: string): IndexedStory | null {
  const known = storyNow(database, name)
  const members = membersOf(database, known)
  const id = members.length > 0 ? known : storyOfOriginals(database, known)
  const articles = id === known ? members : membersOf(database, id)
  return articles.length === 0 ? null : { id, lang: articles[0]?.lang ?? null, articles }
}

/** Copies are not members of their own: their story is that of the first of them. */
export function membersOf(database: DatabaseSync, storyId: string): ListedArticle[] {
  const clauses = `JOIN story_members s ON s.article_id = a.id WHERE s.story_id = :storyId AND a.root_id = a.id
    ORDER BY a.rid DESC LIMIT ${pageMax}`
  return listedRows(database, clauses, { storyId }).map(({ article }) => article)
}

/** The other articles of its cluster of copies, earliest first. */
export function duplicatesOf(database: DatabaseSync, article: IndexedArticle): ListedArticle[] {
  const root = article.relation.duplicateOf ?? article.id
  const clauses = `WHERE a.rid IN (${rowsOfClusters('SELECT :root')}) AND a.id <> :id ORDER BY a.fetched_at LIMIT ${pageMax}`
  return listedRows(database, clauses, { root, id: article.id }).map((row) => row.article)
}

/** Where the story went whose articles have all turned out to be copies. */
function storyOfOriginals(database: DatabaseSync, storyId: string): string {
  const sql = `SELECT o.story_id AS id FROM story_members m JOIN articles a ON a.id = m.article_id
    JOIN story_members o ON o.article_id = a.root_id WHERE m.story_id = ? AND o.story_id <> m.story_id LIMIT 1`
  return String(database.prepare(sql).get(storyId)?.['id'] ?? storyId)
}
