/** What a follower is told: the state at this moment, or that it could not be read. */
export type Told<State> = { readonly kind: 'state'; readonly state: State } | { readonly kind: 'lost' }

/** Between two looks, in milliseconds. */
const lookEveryMs = 2_000

/**
 * One state that any number of followers look at: it is read once for all of them, and not at all while nobody follows.
 * Who is slow misses what came in between and is told the next.
 */
export class LiveState<State> {
  readonly #read: () => Promise<State>
  readonly #onFailure: (error: unknown) => void
  readonly #waiting = new Set<(told: Told<State> | null) => void>()
  #followers = 0
  #timer: NodeJS.Timeout | null = null
  #isLooking = false
  #isLost = false

  /** @param onFailure told why reads fail, once until one succeeds again; the next follows all the same */
  constructor(read: () => Promise<State>, onFailure: (error: unknown) => void) {
    this.#read = read
    this.#onFailure = onFailure
  }

  /** How many follow at this moment. */
  get followers(): number {
    return this.#followers
  }

  /** Reads the state once and tells all who wait for it. */
  async look(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      const told = { kind: 'state', state: await this.#read() } as const
      this.#isLost = false
      this.#tell(told)
    } catch (error) {
      // An outage is one line in the log, however long it lasts.
      if (!this.#isLost) this.#onFailure(error)
      this.#isLost = true
      this.#tell({ kind: 'lost' })
    } finally {
      this.#isLooking = false
    }
  }

  /**
   * The state again and again, as it is read from now on.
   *
   * @param signal ends it
   */
  async *follow(signal: AbortSignal): AsyncGenerator<Told<State>> {
    this.#followers += 1
    this.#timer ??= setInterval(() => void this.look(), lookEveryMs)
    try {
      while (!signal.aborted) {
        const told = await this.#told(signal)
        if (told === null) return
        yield told
      }
    } finally {
      this.#followers -= 1
      if (this.#followers === 0 && this.#timer !== null) {
        clearInterval(this.#timer)
        this.#timer = null
      }
    }
  }

  #tell(told: Told<State>): void {
    for (const wake of this.#waiting) wake(told)
  }

  /** Resolves with null when nobody waits any more. */
  #told(signal: AbortSignal): Promise<Told<State> | null> {
    const { promise, resolve } = Promise.withResolvers<Told<State> | null>()
    const wake = (told: Told<State> | null): void => {
      signal.removeEventListener('abort', cancel)
      this.#waiting.delete(wake)
      resolve(told)
    }
    const cancel = (): void => wake(null)
    this.#waiting.add(wake)
    signal.addEventListener('abort', cancel, { once: true })
    if (signal.aborted) cancel()
    return promise
  }
}
