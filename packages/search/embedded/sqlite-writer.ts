import type { DatabaseSync } from 'node:sqlite'
import type { ArticleWriter, Retention } from '../article-index.ts'
import { ArticleTable } from './article-table.ts'
import { carryOver } from './carry-over.ts'
import { ClusterMoves } from './cluster-moves.ts'
import { openDatabase } from './open-database.ts'
import { reindexIfOutdated, reindexSome } from './reindex.ts'
import { ridsBeyond } from './retention.ts'
import { moveStory, setStory } from './stories.ts'
import { WriteQueue } from './write-queue.ts'

/** Of many articles that are forgotten, this many go in one transaction. */
const forgottenAtOnce = 200

/**
 * Opens the embedded index for writing. Any number of processes of one machine may write. Articles of a file of an older
 * release are brought over meanwhile and those of an older analysis analysed again, the newest first.
 *
 * @throws ConfigError when the file cannot be opened
 */
export function openWriter(path: string): ArticleWriter {
  const database = openDatabase(path)
  const moves = new ClusterMoves(database)
  const table = new ArticleTable(database)
  const queue = new WriteQueue(database, () => table.forgetState())
  const closing = new AbortController()
  // What fails here stays where it is, and is tried again when the index is opened the next time.
  void bringUpToDate({ database, table, queue }, closing.signal).catch(() => undefined)
  return {
    put: (article, relation) => queue.run(() => table.put(article, relation)),
    moveCluster: (from, to) => queue.run(() => moves.move(from, to)),
    setStory: (decision) => queue.run(() => setStory(database, decision)),
    moveStory: (from, to) => queue.run(() => moveStory(database, from, to)),
    retain: (rule) => retain({ database, table, queue }, rule),
    close: async () => {
      closing.abort()
      await queue.drain()
      database.close()
    },
  }
}

type Parts = { readonly database: DatabaseSync; readonly table: ArticleTable; readonly queue: WriteQueue }

/** Step by step between the writes of others, until nothing of an older release is left. */
async function bringUpToDate({ database, table, queue }: Parts, closing: AbortSignal): Promise<void> {
  const steps = [
    () => !carryOver(database, table),
    () => {
      reindexIfOutdated(database)
      return false
    },
    () => reindexSome(database, table) > 0,
  ]
  for (const step of steps) {
    let goesOn = true
    while (goesOn) goesOn = await queue.run(() => !closing.aborted && step())
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
