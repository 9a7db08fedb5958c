import { randomUUID } from 'node:crypto'
import { TransientError } from '@rafid/errors'
import { describe, expect, it } from 'vitest'
import type { ArticleReader, ArticleWriter, IndexedArticle } from '../article-index.ts'
import { copyOf, original, sampleArticle, sampleId as id } from '../sample-article.ts'
import { openCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { openOpenSearchReader } from './opensearch-reader.ts'
import { writerOn } from './opensearch-writer.ts'

const url = process.env['OPENSEARCH_URL']

type Job = (writer: ArticleWriter) => Promise<unknown>

/**
 * Jobs as a queue hands them out, one after the other: articles that move to other months, clusters and stories that join.
 *
 * @param first number of the first of three articles
 */
function jobsFrom(first: number): readonly Job[] {
  const [one, two, three] = [first, first + 1, first + 2]
  const put =
    (number: number, of: number, day: string, relation = original): Job =>
    (writer) => {
      const times = { publishedAt: `${day}T00:00:00.000Z`, fetchedAt: `2026-02-0${of}T00:00:00.000Z` }
      return writer.put(sampleArticle(number, { title: `${number - first} of ${of}`, ...times }), relation)
    }
  const tell =
    (number: number, storyId: string, order: number): Job =>
    (writer) =>
      writer.setStory({ articleId: id(number), storyId, order })
  return [
    put(one, 1, '2026-01-10'),
    put(three, 1, '2026-01-11'),
    put(two, 1, '2026-01-12', copyOf(id(three))),
    tell(one, `s${one}`, 1),
    tell(three, `s${three}`, 2),
    put(one, 2, '2025-12-20'),
    put(two, 2, '2025-12-21', copyOf(id(three))),
    (writer) => writer.moveStory(`s${three}`, `s${one}`),
    (writer) => writer.moveCluster(id(three), id(one)),
  ]
}

/** By then the indices are there, and further moments may be tried on the same ones. */
const setUpMax = 8

const absent = url === undefined ? ' (skipped: set OPENSEARCH_URL, or run npm run test:opensearch)' : ''

describe.skipIf(url === undefined)(`a writer that dies${absent}`, () => {
  it('at any moment leaves nothing that the next delivery does not put right', { timeout: 600_000 }, async () => {
    const shared = await openTrial(url ?? '')
    const { state: right, requests } = await shared.run(0, Number.POSITIVE_INFINITY)
    expect(right.articles).toEqual([
      { title: '0 of 2', root: null, isOfStory: true },
      { title: '1 of 2', root: 0, isOfStory: true },
      { title: '2 of 1', root: 0, isOfStory: true },
    ])
    expect(right.found).toEqual([2, 1, 0])
    expect(requests).toBeGreaterThan(40)
    for (let moment = 0; moment < requests; moment += 1) {
      const trial = moment < setUpMax ? await openTrial(url ?? '') : shared
      expect((await trial.run(10 * (moment + 1), moment)).state, `after request ${moment}`).toEqual(right)
      if (trial !== shared) await trial.close()
    }
    await shared.close()
  })
})

async function openTrial(cluster: string) {
  const name = `rafid-test-${randomUUID().slice(0, 8)}`
  const healthy = openCluster({ url: cluster })
  const reader = openOpenSearchReader({ url: cluster, name })
  return {
    /** Does all jobs, the one in which the writer dies once more by another writer. */
    async run(first: number, moment: number) {
      const dying = dyingAt(healthy, moment)
      let writer = writerOn(dying.cluster, name)
      for (const job of jobsFrom(first)) {
        try {
          await job(writer)
        } catch {
          writer = writerOn(healthy, name)
          await job(writer)
        }
      }
      await healthy.ask({ method: 'POST', path: `/${name}-*/_refresh` })
      return { state: await stateOf(reader, first), requests: dying.requests() }
    },
    async close() {
      await reader.close()
      await healthy.ask({ method: 'DELETE', path: `/${name}-*` })
      await healthy.ask({ method: 'DELETE', path: `/_index_template/${name}-*` })
      await healthy.close()
    },
  }
}

async function stateOf(reader: ArticleReader, first: number) {
  const numberOf = (one: string): number => Number(one.slice(1)) - first
  const story = `s${first}`
  const stored = await Promise.all([0, 1, 2].map((number) => reader.get(id(first + number))))
  const query = { kind: 'field', field: 'story', value: story } as const
  const asked = { query, order: 'newest', collapse: 'none', limit: 10, now: new Date(0) } as const
  const page = await reader.search(asked)
  const root = (one: IndexedArticle) => one.relation.duplicateOf
  return {
    articles: stored.map(
      (one) =>
        one && {
          title: one.title,
          root: root(one) === null ? null : numberOf(root(one) ?? ''),
          isOfStory: one.story === story,
        },
    ),
    found: page.articles.map((one) => numberOf(one.id)),
    total: page.total,
  }
}

/** The request of that moment is done, and nobody hears its answer. */
function dyingAt(cluster: Cluster, moment: number): { cluster: Cluster; requests: () => number } {
  let requests = 0
  const mortal = async <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
    const at = requests
    requests += 1
    if (at > moment) throw new TransientError('search.unavailable', 'dead')
    const answer = await request()
    if (at === moment) throw new TransientError('search.unavailable', 'died')
    return answer
  }
  const mortalCluster: Cluster = {
    ask: (request) => mortal(() => cluster.ask(request)),
    write: (writes) => (writes.length === 0 ? cluster.write(writes) : mortal(() => cluster.write(writes))),
    close: async () => {},
  }
  return { cluster: mortalCluster, requests: () => requests }
}
