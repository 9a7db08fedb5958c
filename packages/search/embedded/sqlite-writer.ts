import type { DatabaseSync } from 'node:sqlite'
import type { ArticleWriter, Retention } from '../article-index.ts'
import { ArticleTable } from './article-table.ts'
import { carryOver } from './carry-over.ts'
import { moveCluster } from './cluster-moves.ts'
import { openDatabase } from './open-database.ts'
import { ridsBeyond } from './retention.ts'
import { moveStory, setStory } from './stories.ts'
import { WriteQueue } from './write-queue.ts'

/** Of many articles that are forgotten, this many go in one transaction. */
const forgottenAtOnce = 200

/**
 * Opens the embedded index for writing. Any number of processes of one machine may write. Articles of a file of an older
 * release are brought over meanwhile, the newest first.
 *
 * @throws ConfigError when the file cannot be opened
 */
export function openWriter(path: string): ArticleWriter {
  const database = openDatabase(path)
  const table = new ArticleTable(database)
  const queue = new WriteQueue(database, () => table.forgetState())
  const life = { isOver: false }
  // What fails here stays where it is, and is tried again when the index is opened the next time.
  void bringOver({ database, table, queue }, life).catch(() => undefined)
  return {
    put: (article, relation) => queue.run(() => table.put(article, relation)),
    moveCluster: (from, to) => queue.run(() => moveCluster(database, from, to)),
    setStory: (decision) => queue.run(() => setStory(database, decision)),
    moveStory: (from, to) => queue.run(() => moveStory(database, from, to)),
    retain: (rule) => retain({ database, table, queue }, rule),
    close: async () => {
      life.isOver = true
      await queue.drain()
      database.close()
    },
  }
}

type Parts = { readonly database: DatabaseSync; readonly table: ArticleTable; readonly queue: WriteQueue }

async function bringOver({ database, table, queue }: Parts, life: { readonly isOver: boolean }): Promise<void> {
  for (;;) {
    const isDone = await queue.run(() => life.isOver || carryOver(database, table))
    if (isDone) return
  }
}

async function retain({ database, table, queue }: Parts, rule: Retention): Promise<number> {
  let forgotten = 0
  for (;;) {
    const count = await queue.run(() => table.forget(ridsBeyond(database, rule, forgottenAtOnce)))
    forgotten += count
    if (count < forgottenAtOnce) return forgotten
  }
}
