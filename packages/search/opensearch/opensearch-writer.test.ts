import { PermanentError, TransientError } from '@rafid/errors'
import { afterEach, expect, it } from 'vitest'
import type { ArticleWriter } from '../article-index.ts'
import { original, sampleArticle as article, sampleId as id } from '../sample-article.ts'
import { indexNames, monthIndex } from './index-names.ts'
import { openOpenSearchWriter } from './opensearch-writer.ts'
import { startScriptedCluster } from './scripted-cluster.ts'
import type { ScriptedAnswer, ScriptedCluster, ScriptedRequest } from './scripted-cluster.ts'

let server: ScriptedCluster | null = null
let writer: ArticleWriter | null = null
afterEach(async () => {
  await writer?.close()
  await server?.close()
})

async function start(script: Parameters<typeof startScriptedCluster>[0]): Promise<ArticleWriter> {
  server = await startScriptedCluster(script)
  writer = openOpenSearchWriter({ url: server.url, name: 'rafid', backoffMs: 1, requestTimeoutMs: 300 })
  return writer
}

const bulks = () => server?.asked.filter(({ path }) => path === '/_bulk').length ?? 0

it('has articles that wait at the same time go as one, and tells what became of each', async () => {
  const refused = { status: 400, error: { type: 'mapper_parsing_exception', reason: 'failed to parse field' } }
  const busy = { status: 429, error: { type: 'rejected_execution' } }
  const item = (action: string, of: string) => {
    if (action !== 'index') return null
    return of === id(2) ? refused : of === id(3) ? busy : null
  }
  const open = await start({ item })
  const puts = [1, 2, 3, 4].map((number) => open.put(article(number), original))
  const [one, two, three, four] = await Promise.allSettled(puts)
  expect([one, four]).toEqual([1, 4].map(() => ({ status: 'fulfilled', value: 'added' })))
  expect(two).toMatchObject({ status: 'rejected', reason: { code: 'search.rejected' } })
  expect(two?.status === 'rejected' && two.reason).toBeInstanceOf(PermanentError)
  expect(two?.status === 'rejected' && String(two.reason)).toContain('failed to parse field')
  expect(three?.status === 'rejected' && three.reason).toBeInstanceOf(TransientError)
  // One for the languages, one for the articles and four more for the one without room, one for the cards.
  expect(bulks()).toBe(7)
})

it('takes a version that is there already for written, as after a crash before its card was', async () => {
  const conflict = { status: 409, error: { type: 'version_conflict_engine_exception' } }
  const open = await start({ item: (action, of) => (action === 'index' && of === id(1) ? conflict : null) })
  expect(await open.put(article(1), original)).toBe('added')
})

it('fails the articles that wait, and no later ones, while the cluster is away', async () => {
  let isAway = true
  const open = await start({ answer: () => (isAway ? { status: 503 } : null) })
  await expect(open.put(article(1), original)).rejects.toMatchObject({ code: 'search.unavailable' })
  isAway = false
  expect(await open.put(article(1), original)).toBe('added')
})

it('creates a month again that was dropped behind its back', async () => {
  let isDropped = true
  const gone = { status: 404, error: { type: 'index_not_found_exception' } }
  const open = await start({ item: (action) => (action === 'index' && isDropped ? gone : null) })
  await expect(open.put(article(1), original)).rejects.toBeInstanceOf(TransientError)
  isDropped = false
  expect(await open.put(article(1), original)).toBe('added')
  expect(server?.asked.filter(({ method, path }) => method === 'PUT' && path.endsWith('month-2026.01'))).toHaveLength(2)
})

it('deletes an article in its old month only when the new version was taken', async () => {
  const place = { index: monthIndex(indexNames('rafid'), Date.UTC(2025, 11)), version: 1 }
  const known = { _id: id(1), found: true, _source: { place }, _seq_no: 1, _primary_term: 1 }
  const knows = ({ path, lines }: ScriptedRequest): ScriptedAnswer | null => {
    const { ids = [] } = (lines[0] ?? {}) as { readonly ids?: readonly string[] }
    return path.endsWith('/_mget') && ids.includes(id(1)) ? { status: 200, body: { docs: [known] } } : null
  }
  let isRefused = true
  const item = (action: string, of: string) =>
    action === 'index' && of === id(1) && isRefused ? { status: 400 } : null
  const open = await start({ answer: knows, item })
  const deletions = () => server?.asked.flatMap(({ lines }) => lines).filter((line) => 'delete' in line) ?? []
  await expect(open.put(article(1), original)).rejects.toBeInstanceOf(PermanentError)
  expect(deletions()).toEqual([])
  isRefused = false
  expect(await open.put(article(1), original)).toBe('replaced')
  expect(deletions()).toMatchObject([{ delete: { _index: place.index, _id: id(1), version_type: 'external_gte' } }])
})
