import { randomUUID } from 'node:crypto'
import { analysisVersion } from '@rafid/text'
import { describe, expect, it } from 'vitest'
import { copyOf, original, sampleArticle as article, sampleId as id } from '../sample-article.ts'
import { carryOver } from './carry-over.ts'
import { Cards } from './cards.ts'
import { openCluster } from './cluster.ts'
import { indexNames } from './index-names.ts'
import { prepareLayout } from './layout.ts'
import { openOpenSearchReader } from './opensearch-reader.ts'
import { openOpenSearchWriter } from './opensearch-writer.ts'
import { putArticles } from './put-articles.ts'
import { refresh } from './search-answer.ts'
import type { Store } from './settle.ts'

const url = process.env['OPENSEARCH_URL']
const absent = url === undefined ? ' (skipped: set OPENSEARCH_URL, or run npm run test:opensearch)' : ''

describe.skipIf(url === undefined)(`articles that an older release wrote${absent}`, () => {
  it('are written anew, with their copies and stories, and not over what is newer', async () => {
    const name = `rafid-test-${randomUUID().slice(0, 8)}`
    const cluster = openCluster({ url: url ?? '' })
    const stored = (version: number): Store => {
      const names = indexNames(name, version)
      return { cluster, names, cards: new Cards(cluster, names) }
    }
    const outdated = stored(0)
    await prepareLayout(cluster, outdated.names)
    const deliveries = Array.from({ length: 450 }, (_, number) => {
      const publishedAt = new Date(Date.UTC(2025, 10, 1) + number * 4 * 3_600_000).toISOString()
      return { article: article(number, { publishedAt }), relation: number === 7 ? copyOf(id(3)) : original }
    })
    await putArticles(outdated, deliveries, { months: new Set(), langs: new Set() })
    await refresh(cluster, outdated.names)
    const writer = openOpenSearchWriter({ url: url ?? '', name })
    const reader = openOpenSearchReader({ url: url ?? '', name })
    const newer = article(5, { title: 'corrected', fetchedAt: '2026-02-02T00:00:00.000Z' })
    await writer.put(newer, original)
    await writer.setStory({ articleId: id(3), storyId: 's1', order: 1 })
    const now = stored(analysisVersion)
    await carryOver(now, { months: new Set(), langs: new Set() }, () => false)
    await refresh(cluster, now.names)
    expect(await reader.count()).toEqual({ articles: 450, originals: 449 })
    expect((await reader.get(id(5)))?.title).toBe('corrected')
    expect(await reader.get(id(7))).toMatchObject({ story: 's1', relation: { duplicateOf: id(3) } })
    const { body } = await cluster.ask({ method: 'GET', path: `/_cat/indices/${name}-0*`, query: { format: 'json' } })
    expect(body).toEqual([])
    await writer.close()
    await reader.close()
    await cluster.ask({ method: 'DELETE', path: `/${name}-*` })
    await cluster.ask({ method: 'DELETE', path: `/_index_template/${name}-*` })
    await cluster.close()
  })
})
