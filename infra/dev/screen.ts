import type { FleetEvents } from './fleet.ts'
import { showLine } from './show-line.ts'

/** Between two lines of progress, in milliseconds. */
const progressEveryMs = 5_000

/** What the launcher writes on the terminal. */
export class Screen {
  readonly #options: { verbose: boolean; colour: boolean }
  readonly #indexed = new Map<string, number>()
  readonly #ready = new Map<string, PromiseWithResolvers<void>>()
  #shown = 0

  constructor({ verbose }: { verbose: boolean }) {
    this.#options = { verbose, colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined }
  }

  say(message: string): void {
    console.log(`rafid: ${message}`)
  }

  /** What the fleet tells, as lines; jobs of the indexer are counted for the progress. */
  events(refused: (from: string) => void): FleetEvents {
    return {
      line: (from, text) => this.line(from, text),
      crashed: (from, how, againInMs) => this.say(`${from} ended (${how}); starting it again in ${againInMs} ms`),
      refused,
    }
  }

  /** Resolves once a child has said that it is ready. */
  ready(from: string): Promise<void> {
    return this.#isReady(from).promise
  }

  line(from: string, text: string): void {
    if (text.includes('"msg":"ready"')) this.#isReady(from).resolve()
    const outcome = /"stage":"index-article","outcome":"([a-z]+)"/.exec(text)?.[1]
    if (outcome !== undefined) this.#indexed.set(outcome, (this.#indexed.get(outcome) ?? 0) + 1)
    const shown = showLine(from, text, this.#options)
    if (shown !== null) console.log(shown)
  }

  /**
   * From time to time, when there is news, tells how many articles were indexed.
   *
   * @returns a function that ends it
   */
  showProgress(): () => void {
    const timer = setInterval(() => {
      const total = [...this.#indexed.values()].reduce((sum, count) => sum + count, 0)
      if (total === this.#shown) return
      this.#shown = total
      this.say(`articles: ${[...this.#indexed].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`)
    }, progressEveryMs)
    return () => clearInterval(timer)
  }

  #isReady(from: string): PromiseWithResolvers<void> {
    const known = this.#ready.get(from) ?? Promise.withResolvers<void>()
    this.#ready.set(from, known)
    return known
  }
}
