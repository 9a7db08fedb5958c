import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Query } from '@rafid/query'
import type { Answer } from './answer.ts'

/** A page asks for what answers and for its facets, one after the other: the last answer is kept while nothing is written. */
export class AnswerMemory {
  readonly #version: StatementSync
  #last: { readonly query: Query; readonly version: unknown; readonly answer: Answer } | null = null

  constructor(database: DatabaseSync) {
    this.#version = database.prepare('PRAGMA data_version')
  }

  /** @param find called unless this very query was the last one, and the index is as it was then */
  of(query: Query, find: () => Answer): Answer {
    const version = this.#version.get()?.['data_version']
    if (this.#last?.query === query && this.#last.version === version) return this.#last.answer
    const answer = find()
    this.#last = { query, version, answer }
    return answer
  }
}
