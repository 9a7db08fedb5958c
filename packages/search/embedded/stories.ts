import type { DatabaseSync } from 'node:sqlite'
import type { StoryDecision } from '../article-index.ts'

/** Stories join the earlier one, so chains of moves end; a longer one would be a loop. */
const movesMax = 64

/** Writes down the story of an article; of two decisions the one of the greater order stands, whatever comes first. */
export function setStory(database: DatabaseSync, { articleId, storyId, order }: StoryDecision): void {
  database
    .prepare(
      `INSERT INTO story_members (article_id, story_id, decision) VALUES (:articleId, :storyId, :order)
       ON CONFLICT (article_id) DO UPDATE SET story_id = excluded.story_id, decision = excluded.decision
       WHERE excluded.decision > decision`,
    )
    .run({ articleId, storyId: storyNow(database, storyId), order })
}

/** Makes two stories one, and remembers it for articles that are still on their way. */
export function moveStory(database: DatabaseSync, from: string, to: string): void {
  const [goal, start] = [storyNow(database, to), storyNow(database, from)]
  if (goal === start) return
  database.prepare('INSERT INTO story_moves (from_id, to_id) VALUES (?, ?)').run(start, goal)
  database.prepare('UPDATE story_members SET story_id = ? WHERE story_id = ?').run(goal, start)
}

/** The name that a story goes by now. */
export function storyNow(database: DatabaseSync, id: string): string {
  const next = database.prepare('SELECT to_id AS id FROM story_moves WHERE from_id = ?')
  let name = id
  for (let moves = 0; moves < movesMax; moves += 1) {
    const move = next.get(name)
    if (move === undefined) return name
    name = String(move['id'])
  }
  return name
}
