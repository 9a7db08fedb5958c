import { countDuration } from '@rafid/operations'
import type { StageWork } from '@rafid/operations'
import type { Settled } from './settle-job.ts'

/** Counts what one process does at one stage, for those who watch the pipeline. Counting costs no command to Redis. */
export class StageMeter {
  readonly #stage: string
  readonly #concurrency: number
  readonly #startedMs = new Map<symbol, number>()
  readonly #service: number[] = []
  readonly #wait: number[] = []
  readonly #settled = { done: 0, retried: 0, dead: 0, deferred: 0 }
  #busyMs = 0

  constructor(stage: string, concurrency: number) {
    this.#stage = stage
    this.#concurrency = concurrency
  }

  /** Jobs in hand. */
  get active(): number {
    return this.#startedMs.size
  }

  /**
   * A job was taken.
   *
   * @param waitedMs since it was queued; null when it was started before
   * @returns to be told what became of it
   */
  start(waitedMs: number | null): (kind: Settled['kind'] | null) => void {
    const key = Symbol(this.#stage)
    const startedMs = performance.now()
    this.#startedMs.set(key, startedMs)
    if (waitedMs !== null) countDuration(this.#wait, waitedMs)
    return (kind) => {
      const tookMs = performance.now() - startedMs
      this.#startedMs.delete(key)
      this.#busyMs += tookMs
      countDuration(this.#service, tookMs)
      if (kind === 'done' || kind === 'dead' || kind === 'deferred') this.#settled[kind] += 1
      else if (kind === 'retry') this.#settled.retried += 1
    }
  }

  /** All that was done since the start of the process. */
  read(): StageWork {
    const now = performance.now()
    const inHandMs = [...this.#startedMs.values()].map((startedMs) => now - startedMs)
    return {
      stage: this.#stage,
      concurrency: this.#concurrency,
      active: this.active,
      ...this.#settled,
      busyMs: Math.round(inHandMs.reduce((sum, ms) => sum + ms, this.#busyMs)),
      service: [...this.#service],
      wait: [...this.#wait],
      oldestActiveMs: inHandMs.length === 0 ? null : Math.round(Math.max(...inHandMs)),
    }
  }
}
