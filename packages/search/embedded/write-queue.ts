import type { DatabaseSync } from 'node:sqlite'

/** A transaction takes in no more work after this long, in milliseconds: others want to write, and the process to live. */
const transactionMs = 100

type Waiting = {
  readonly work: () => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Work that waits at the same time is one transaction, in the order in which it came: a commit costs as much as an article. */
export class WriteQueue {
  readonly #database: DatabaseSync
  readonly #rolledBack: () => void
  #waiting: Waiting[] = []
  #isScheduled = false

  /** @param rolledBack is called when what the work of a transaction remembered of it is no longer true */
  constructor(database: DatabaseSync, rolledBack: () => void) {
    this.#database = database
    this.#rolledBack = rolledBack
  }

  /** @returns the result of the work once it is committed */
  run<Result>(work: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    // The result that resolves it is that of its own work.
    this.#waiting.push({ work, resolve: resolve as (result: unknown) => void, reject })
    this.#schedule()
    return promise
  }

  /** Resolves when all that waits is done. */
  async drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.run(() => undefined)
  }

  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#flush()
      if (this.#waiting.length > 0) this.#schedule()
    })
  }

  #flush(): void {
    const batch = this.#waiting
    try {
      const results = this.#inTransaction(batch)
      this.#waiting = batch.slice(results.length)
      for (const [at, result] of results.entries()) batch[at]?.resolve(result)
    } catch (error) {
      this.#rolledBack()
      const [first, ...others] = batch
      // One of them may have failed for its own reasons: each is tried by itself.
      this.#waiting = others
      if (first === undefined) return
      if (others.length === 0) first.reject(error)
      else this.#flushAlone(first)
    }
  }

  #flushAlone(waiting: Waiting): void {
    try {
      waiting.resolve(this.#inTransaction([waiting])[0])
    } catch (error) {
      this.#rolledBack()
      waiting.reject(error)
    }
  }

  #inTransaction(batch: readonly Waiting[]): unknown[] {
    const startedMs = performance.now()
    const results: unknown[] = []
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      for (const { work } of batch) {
        results.push(work())
        if (performance.now() - startedMs > transactionMs) break
      }
      this.#database.exec('COMMIT')
      return results
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }
}
