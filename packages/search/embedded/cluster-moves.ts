import type { DatabaseSync } from 'node:sqlite'
import type { Relation } from '@rafid/contracts'

/** Clusters join the earlier one, so chains of moves end; a longer one would be a loop. */
const movesMax = 64

/** Joins the cluster of `from` to that of `to`, and remembers it for articles that are still on their way. */
export function moveCluster(database: DatabaseSync, from: string, to: string): void {
  const goal = rootNow(database, to)
  if (goal === rootNow(database, from)) return
  database.prepare('INSERT INTO cluster_moves (from_id, to_id) VALUES (?, ?) ON CONFLICT DO NOTHING').run(from, goal)
  const members = database.prepare(
    `UPDATE articles SET root_id = :goal, relation = json_set(relation, '$.duplicateOf', :goal,
       '$.kind', iif(relation ->> '$.kind' = 'original', 'duplicate', relation ->> '$.kind'))
     WHERE root_id = :from`,
  )
  members.run({ goal, from })
}

/** What was decided of an article, in view of the clusters that have moved since. */
export function relationNow(database: DatabaseSync, articleId: string, relation: Relation): Relation {
  const root = rootNow(database, relation.duplicateOf ?? articleId)
  if (root === (relation.duplicateOf ?? articleId)) return relation
  return { ...relation, kind: relation.kind === 'original' ? 'duplicate' : relation.kind, duplicateOf: root }
}

function rootNow(database: DatabaseSync, id: string): string {
  const next = database.prepare('SELECT to_id AS id FROM cluster_moves WHERE from_id = ?')
  let root = id
  for (let moves = 0; moves < movesMax; moves += 1) {
    const move = next.get(root)
    if (move === undefined) return root
    root = String(move['id'])
  }
  return root
}
