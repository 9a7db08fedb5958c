import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Relation } from '@rafid/contracts'
import { rowsOfClusters } from './cluster-rows.ts'

/** Clusters join the earlier one, so chains of moves end; a longer one would be a loop. */
const movesMax = 64

/** Which clusters of copies have joined which others. */
export class ClusterMoves {
  readonly #next: StatementSync
  readonly #remember: StatementSync
  readonly #move: StatementSync

  constructor(database: DatabaseSync) {
    this.#next = database.prepare('SELECT to_id AS id FROM cluster_moves WHERE from_id = ?')
    this.#remember = database.prepare('INSERT INTO cluster_moves (from_id, to_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
    this.#move = database.prepare(
      `UPDATE articles SET root_id = :goal, relation = json_set(relation, '$.duplicateOf', :goal,
         '$.kind', iif(relation ->> '$.kind' = 'original', 'duplicate', relation ->> '$.kind'))
       WHERE rid IN (${rowsOfClusters('SELECT :from')})`,
    )
  }

  /** Joins the cluster of `from` to that of `to`, and remembers it for articles that are still on their way. */
  move(from: string, to: string): void {
    const goal = this.#rootNow(to)
    if (goal === this.#rootNow(from)) return
    this.#remember.run(from, goal)
    this.#move.run({ goal, from })
  }

  /** What was decided of an article, in view of the clusters that have moved since. */
  relationNow(articleId: string, relation: Relation): Relation {
    const root = this.#rootNow(relation.duplicateOf ?? articleId)
    if (root === (relation.duplicateOf ?? articleId)) return relation
    return { ...relation, kind: relation.kind === 'original' ? 'duplicate' : relation.kind, duplicateOf: root }
  }

  #rootNow(id: string): string {
    let root = id
    for (let moves = 0; moves < movesMax; moves += 1) {
      const move = this.#next.get(root)
      if (move === undefined) return root
      root = String(move['id'])
    }
    return root
  }
}
