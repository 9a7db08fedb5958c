import { TransientError } from '@rafid/errors'
import { failUnlessWritten } from './cluster.ts'
import type { Cas, Cluster, Write } from './cluster.ts'
import type { IndexNames } from './index-names.ts'
import { foundOf } from './search-answer.ts'
import type { RawHit } from './search-answer.ts'

/** Who meets another writer on one card this often meets a fault. */
const triesMax = 50

/**
 * What is known of an article, of a story or of the index itself, whether the article has come or not. Read by its id, a
 * card is as it was last written, while a search sees an article a moment later: so what must be right at once is here.
 */
export type Card = {
  readonly place?: Place
  /** The last decision on its story. */
  readonly story?: { readonly id: string; readonly order: number }
  /** Whether other articles are or were copies of it. */
  readonly copied?: boolean
  /** Its cluster, or the story, goes on under this id. */
  readonly movedTo?: string
  /** Of the one card of all: the languages that articles are in; null is one of them. */
  readonly langs?: readonly (string | null)[]
}

/** Where an article is. */
export type Place = {
  /** The index that holds it, and its version there. */
  readonly index: string
  readonly version: number
  /** Indices in which an older version of it may still have to be deleted. */
  readonly left?: readonly string[]
}

/** The card that tells the languages of the index. */
export const languagesCard = 'languages'

/** The card of a story; those of articles go by their ids. */
export const storyCard = (storyId: string): string => `story:${storyId}`

type StoredCard = { readonly card: Card; readonly cas: Cas | null }

/** The cards of one installation. */
export class Cards {
  readonly #cluster: Cluster
  readonly #index: string

  constructor(cluster: Cluster, names: IndexNames) {
    this.#cluster = cluster
    this.#index = names.cards
  }

  /** The cards of these ids; an empty one where there is none. */
  async read(ids: Iterable<string>): Promise<Map<string, Card>> {
    const stored = await this.#stored([...new Set(ids)])
    return new Map([...stored].map(([id, { card }]) => [id, card]))
  }

  /**
   * Changes cards, each only from what it is: `change` is asked again when another writer came first.
   *
   * @param change the card as it should be; null leaves it
   * @returns the cards as they were before
   * @throws TransientError `search.contended` when others are always faster
   */
  async change(ids: Iterable<string>, change: (card: Card, id: string) => Card | null): Promise<Map<string, Card>> {
    const before = new Map<string, Card>()
    let open = [...new Set(ids)]
    for (let tries = 0; open.length > 0; tries += 1) {
      if (tries === triesMax) throw new TransientError('search.contended', 'Other writers were always faster.')
      const stored = await this.#stored(open)
      const writes: Write[] = []
      for (const [id, { card, cas }] of stored) {
        before.set(id, card)
        const changed = change(card, id)
        if (changed === null) continue
        const [action, guard] = cas === null ? (['create', {}] as const) : (['index', { cas }] as const)
        writes.push({ action, index: this.#index, id, body: changed, ...guard })
      }
      const written = await this.#cluster.write(writes)
      for (const result of written) failUnlessWritten(result, [409])
      open = writes.filter((_, at) => written[at]?.status === 409).map(({ id }) => id)
    }
    return before
  }

  /** Forgets cards that are still as `expected` has them. */
  async forget(ids: Iterable<string>, expected: (card: Card, id: string) => boolean): Promise<void> {
    const stored = [...(await this.#stored([...new Set(ids)]))].filter(([id, { card }]) => expected(card, id))
    const writes = stored.flatMap(([id, { cas }]): Write[] =>
      cas === null ? [] : [{ action: 'delete', index: this.#index, id, cas }],
    )
    for (const result of await this.#cluster.write(writes)) failUnlessWritten(result, [404, 409])
  }

  async #stored(ids: readonly string[]): Promise<Map<string, StoredCard>> {
    const stored = new Map<string, StoredCard>(ids.map((id) => [id, { card: {}, cas: null }]))
    const asked = ids.filter((id) => id !== '')
    if (asked.length === 0) return stored
    const path = `/${this.#index}/_mget`
    const { body, status } = await this.#cluster.ask({ method: 'POST', path, body: { ids: asked }, accept: [404] })
    if (status === 404) return stored
    for (const doc of (body as CardsAnswer).docs.filter(({ found }) => found === true)) {
      const { id, source: card, cas } = foundOf(doc)
      stored.set(id, { card, cas })
    }
    return stored
  }
}

type CardsAnswer = { readonly docs: readonly (RawHit<Card> & { readonly found?: boolean })[] }
