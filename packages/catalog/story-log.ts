import { decodeStoryRecord, encodeStoryRecord } from '@rafid/similarity'
import type { StoryMove, StoryPlace, StoryRecord, StorySplit } from '@rafid/similarity'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { redisScript } from './redis-script.ts'
import { appendScript, correctScript } from './story-log-scripts.ts'

/** What was decided of an article. */
export type ToldStory = {
  readonly storyId: string
  /** Later decisions have greater ones. */
  readonly order: number
  /** Stories that it showed to be one. */
  readonly merged: readonly StoryMove[]
}

/** Two stories that an operator keeps apart. */
export type StoryPin = readonly [string, string]

/** What became of a place that was to be written down. */
export type Appended =
  | { readonly state: 'added' | 'told'; readonly told: ToldStory; readonly entry: string }
  /** Others have written since the entry that was named. */
  | { readonly state: 'behind' }

/** An event that nobody has written about for so long is over. */
export const storyHours = 120

const lifeMs = storyHours * 3_600_000

/** A language has no more articles on its shelf. */
export const shelfArticlesMax = 30_000

const readMax = 1_000

const append = redisScript(appendScript)
const correct = redisScript(correctScript)

const move = z.object({ from: z.string(), to: z.string() })
const toldText = z.object({ storyId: z.string(), merged: z.array(move) })
const appended = z.union([
  z.tuple([z.literal('told'), z.string()]),
  z.tuple([z.literal('added'), z.string()]),
  z.tuple([z.literal('behind')]),
])
const entries = z.array(z.tuple([z.string(), z.tuple([z.literal('r'), z.string()])]))
const pin = z.tuple([z.string(), z.string()])

/**
 * What the shelves of stories were told, language by language, in one order for all processes: each keeps shelves of its own
 * and reads on. Nobody adds to what he has not read, so all decide as one would.
 */
export class StoryLog {
  readonly #redis: Redis
  readonly #prefix: string

  constructor({ redis, prefix }: { redis: Redis; prefix: string }) {
    this.#redis = redis
    this.#prefix = `${prefix}:stories`
  }

  /** What was decided of an article before. */
  async told(articleId: string): Promise<ToldStory | null> {
    const text = await this.#redis.get(this.#told(articleId))
    return text === null ? null : readTold(text).told
  }

  /**
   * What was written after an entry.
   *
   * @param after '' for all there is
   */
  async *read(lang: string, after: string): AsyncGenerator<{ readonly entry: string; readonly record: StoryRecord }> {
    for (let last = after; ;) {
      const from = last === '' ? '-' : `(${last}`
      const batch = entries.parse(await this.#redis.xrange(this.#log(lang), from, '+', 'COUNT', readMax))
      for (const [entry, [, text]] of batch) yield { entry, record: decodeStoryRecord(text) }
      last = batch.at(-1)?.[0] ?? last
      if (batch.length < readMax) return
    }
  }

  /** Stories that are kept apart; what the log says of them may have left it. */
  async pins(lang: string): Promise<StoryPin[]> {
    const texts = await this.#redis.lrange(this.#pins(lang), 0, -1)
    return texts.map((text) => pin.parse(JSON.parse(text)))
  }

  /**
   * Writes down the place of an article; its first place stands.
   *
   * @param after the last entry that was read, '' for none
   * @param pins stories that are to be kept apart from now on
   */
  async append(lang: string, after: string, place: StoryPlace, pins: readonly StoryPin[]): Promise<Appended> {
    const { id, storyId, merged } = place
    const told = { storyId, merged }
    const args = [
      after,
      encodeStoryRecord({ kind: 'place', ...place }),
      JSON.stringify(told),
      lifeMs,
      shelfArticlesMax,
      ...pins.map((each) => JSON.stringify(each)),
    ]
    const keys = [this.#log(lang), this.#told(id), this.#pins(lang)]
    const [state, text = ''] = appended.parse(await append(this.#redis, keys, args))
    if (state === 'behind') return { state }
    if (state === 'told') return { state, ...readTold(text) }
    return { state, entry: text, told: { ...told, order: orderOf(text) } }
  }

  /** An operator makes two stories one. @returns the order of the decision */
  async merge(lang: string, { from, to }: StoryMove): Promise<number> {
    const known = await this.pins(lang)
    const others = known.flatMap(([one, other]) => (one === from ? [other] : other === from ? [one] : []))
    const pins = others.filter((other) => other !== to).map((other): StoryPin => [to, other])
    return this.#correct(lang, { kind: 'merge', from, to }, pins)
  }

  /** An operator takes articles out of a story into one of their own. @returns the order of the decision */
  async split(lang: string, split: StorySplit): Promise<number> {
    return this.#correct(lang, { kind: 'split', ...split }, [[split.from, split.into]])
  }

  async #correct(lang: string, record: StoryRecord, pins: readonly StoryPin[]): Promise<number> {
    const texts = pins.map((each) => JSON.stringify(each))
    const args = [encodeStoryRecord(record), lifeMs, shelfArticlesMax, ...texts]
    return orderOf(z.string().parse(await correct(this.#redis, [this.#log(lang), this.#pins(lang)], args)))
  }

  #log(lang: string): string {
    return `${this.#prefix}:log:${lang}`
  }

  #pins(lang: string): string {
    return `${this.#prefix}:pins:${lang}`
  }

  #told(articleId: string): string {
    return `${this.#prefix}:of:${articleId}`
  }
}

function readTold(text: string): { told: ToldStory; entry: string } {
  const [entry = '', ...rest] = text.split(' ')
  return { entry, told: { ...toldText.parse(JSON.parse(rest.join(' '))), order: orderOf(entry) } }
}

/** Entries are named by the server's clock in milliseconds and their number within one. */
function orderOf(entry: string): number {
  const [ms = 0, number = 0] = entry.split('-').map(Number)
  return ms * 1_000 + Math.min(number, 999)
}
