import { saveSearch } from '@rafid/catalog'
import type { MatchFollower, SavedSearches, SearchMatches } from '@rafid/catalog'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { isJson, wrongType } from './json-only.ts'
import { matchStream } from './match-stream.ts'
import { problem } from './problem.ts'

export type SavedSearchDeps = {
  readonly searches: SavedSearches
  readonly matches: SearchMatches
  readonly follower: Pick<MatchFollower, 'follow'>
  readonly onFailure: (error: unknown, path: string) => void
}

const requestBytesMax = 64 * 1024
const matchesPageMax = 100

const newSearch = z.strictObject({
  query: z.string(),
  name: z.string().max(1_000).default(''),
  webhook: z.string().max(2_000).nullable().default(null),
})
const page = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .transform((limit) => Math.min(limit, matchesPageMax))
    .default(20),
  /** The id of a match: only earlier ones. */
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})

/** The part of the API that is about searches that are followed. */
export function savedSearchApi(app: Hono, deps: SavedSearchDeps): void {
  const { searches, matches } = deps
  app.get('/searches', async (context) => context.json({ searches: await searches.list() }))
  app.post('/searches', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{"query": "…", "name": "…"}')
    const answer = await saveSearch(searches, newSearch.parse(await context.req.json()), new Date())
    return context.json(answer, answer.added ? 201 : 200)
  })
  app.get('/searches/:id', async (context) => {
    const search = await searches.get(context.req.param('id'))
    return search === null ? unknown(context) : context.json(search)
  })
  app.delete('/searches/:id', async (context) => {
    return (await searches.remove(context.req.param('id'))) ? context.body(null, 204) : unknown(context)
  })
  app.get('/searches/:id/matches', async (context) => {
    const id = context.req.param('id')
    const { limit, cursor } = page.parse(context.req.query())
    if ((await searches.get(id)) === null) return unknown(context)
    const found = await matches.newest(id, limit + 1, cursor)
    const shown = found.slice(0, limit)
    return context.json({ matches: shown, nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null })
  })
  const stream = matchStream(deps)
  app.get('/searches/:id/stream', async (context) => {
    const id = context.req.param('id')
    return (await searches.get(id)) === null ? unknown(context) : stream(context, id)
  })
}

function unknown(context: Context): Response {
  return problem(context, 404, 'search.unknown', 'There is no saved search of this id.')
}
