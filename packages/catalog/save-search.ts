import type { SavedSearch } from '@rafid/contracts'
import { PermanentError } from '@rafid/errors'
import { parseQuery, queryCharsMax } from '@rafid/query'
import { admitUrl } from '@rafid/urls'
import type { SavedSearches } from './saved-searches.ts'

/** No name of a search is longer. */
export const searchNameCharsMax = 200

/**
 * Saves a search so that it can be followed.
 *
 * @param wanted.name '' for none of its own
 * @param wanted.webhook where each match is told; null for nowhere
 * @throws PermanentError `query.empty` for one that asks for nothing or for everything, `query.too_long`, `url.*` for an
 *   address that nobody may ask, `searches.too_many`
 */
export async function saveSearch(
  searches: SavedSearches,
  wanted: { readonly query: string; readonly name: string; readonly webhook: string | null },
  now: Date,
): Promise<{ search: SavedSearch; added: boolean }> {
  const query = wanted.query.trim()
  if (query.length > queryCharsMax) throw new PermanentError('query.too_long', `${query.length} characters`)
  if (parseQuery(query, { now }).query.kind === 'all') {
    throw new PermanentError('query.empty', 'There is nothing in this query that can be searched for.')
  }
  const name = wanted.name.trim() === '' ? query : wanted.name.trim()
  const webhook = wanted.webhook === null ? null : admitUrl(wanted.webhook.trim()).href
  return searches.add({ query, name: name.slice(0, searchNameCharsMax).toWellFormed(), webhook })
}
