import type { SavedSearches, SearchMatches } from '@rafid/catalog'
import { deliverAlert } from '@rafid/contracts'
import type { Article, SavedSearch } from '@rafid/contracts'
import { job } from '@rafid/pipeline'
import type { Queues } from '@rafid/pipeline'
import { parseQuery, percolator } from '@rafid/query'

export type SearchAlertsDeps = {
  readonly searches: Pick<SavedSearches, 'list' | 'version'>
  readonly matches: Pick<SearchMatches, 'record'>
  readonly queues: Pick<Queues, 'add'>
  readonly clock: () => Date
}

/** What «yesterday» means in a search is thought over so often, in milliseconds. */
const rethinkMs = 10 * 60_000

type Known = {
  readonly version: number
  readonly at: number
  readonly byId: ReadonlyMap<string, SavedSearch>
  readonly find: ReturnType<typeof percolator>
}

/** Tells saved searches of new articles. */
export class SearchAlerts {
  readonly #deps: SearchAlertsDeps
  #known: Promise<Known> | null = null

  constructor(deps: SearchAlertsDeps) {
    this.#deps = deps
  }

  /**
   * Writes down which saved searches a new original answers, and queues what is to be told to others. Told again, it
   * changes nothing. Searches are told of no article that was fetched before they were saved.
   */
  async tell(article: Article, trace: { readonly traceId: string; readonly startedAt: Date }): Promise<void> {
    const { byId, find } = await this.#current()
    if (byId.size === 0) return
    const found = find({ ...article, isOriginal: true, story: null }).filter((id) => {
      const createdAt = byId.get(id)?.createdAt
      return createdAt !== undefined && createdAt <= article.fetchedAt
    })
    const { id: articleId, title, url, lang, publishedAt } = article
    const about = { articleId, title, url, lang, publishedAt, source: article.source.name }
    const matched = await this.#deps.matches.record(about, found)
    const told = matched.filter(({ searchId }) => byId.get(searchId)?.webhook != null)
    if (told.length === 0) return
    // Not one of the jobs that follow: an address that answers slowly must not hold back the index.
    await this.#deps.queues.add(
      told.map((match) => job(deliverAlert, match)),
      { traceId: trace.traceId, startedAt: trace.startedAt.toISOString() },
    )
  }

  async #current(): Promise<Known> {
    const version = await this.#deps.searches.version()
    const before = this.#known
    const known = await before
    const now = this.#deps.clock().getTime()
    if (known !== null && known.version >= version && now - known.at < rethinkMs) return known
    // Whoever was faster began to read after we had asked for the version.
    if (this.#known === before || this.#known === null) this.#known = this.#read()
    return this.#known
  }

  async #read(): Promise<Known> {
    try {
      const now = this.#deps.clock()
      const version = await this.#deps.searches.version()
      const searches = await this.#deps.searches.list()
      const parsed = searches.map(({ id, query }) => ({ id, query: parseQuery(query, { now }).query }))
      const byId = new Map(searches.map((search) => [search.id, search]))
      return { version, at: now.getTime(), byId, find: percolator(parsed) }
    } catch (error) {
      // The next article tries again.
      this.#known = null
      throw error
    }
  }
}
