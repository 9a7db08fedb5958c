import { describe, expect, it } from 'vitest'
import { allPages, everything, idsOf, indexForEach, putAll, request, words } from './index-under-test.ts'
import type { IndexUnderTest, OpenIndex } from './index-under-test.ts'
import { copyOf, idOf, original, publishedOf, report, sampleNews } from './sample-news.ts'

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Somebody who reads on for ever would be shown all that arrives. */
const arrivalsMax = 15

/** Reports that arrive while somebody reads on, published before, between and after what is there. */
function arrivals({ writer, refresh }: IndexUnderTest): () => Promise<void> {
  let next = 1_000
  return async () => {
    if (next >= 1_000 + arrivalsMax) return
    for (const at of [publishedOf(500), publishedOf(15), publishedOf(-20)]) {
      await writer.put(report(next, { title: `ferry ${next}`, publishedAt: at.toISOString() }), original)
      next += 1
    }
    await refresh()
  }
}

const there = (ids: readonly string[]): string[] => ids.filter((id) => id < idOf(1_000))

/** Page after page, nothing comes twice and nothing that was there at first is left out. */
export function pagingTests(open: OpenIndex): void {
  describe('paging', () => {
    const index = indexForEach(open)

    it('of the newest goes through all, the newest first, although new ones arrive', async () => {
      await putAll(
        index().writer,
        numbers(1, 30).map((number) => [report(number), original]),
      )
      await index().refresh()
      const arrive = arrivals(index())
      const ids: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page = await index().reader.newest({ limit: 7, ...(cursor === '' ? {} : { cursor }) })
        ids.push(...idsOf(page.articles))
        cursor = page.nextCursor
        await arrive()
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(there(ids)).toEqual(numbers(1, 30).toReversed().map(idOf))
    })

    it.each(['newest', 'relevance'] as const)(
      'of a search by %s goes through all, although new ones arrive',
      async (order) => {
        await putAll(
          index().writer,
          numbers(1, 30).map((number) => [report(number, { title: `ferry ${number}` }), original]),
        )
        await index().refresh()
        const { hits } = await allPages(index().reader, request(words('ferry'), { order, limit: 4 }), arrivals(index()))
        const ids = idsOf(hits)
        expect(new Set(ids).size).toBe(ids.length)
        expect(there(ids).toSorted()).toEqual(numbers(1, 30).map(idOf))
        if (order === 'newest') expect(there(ids)).toEqual(numbers(1, 30).toReversed().map(idOf))
      },
    )

    it.each(['newest', 'relevance'] as const)('of collapsed copies by %s shows each text once', async (order) => {
      // Copies lie pages away from their first.
      const news = numbers(1, 40).map((number) => {
        const relation = number > 20 ? copyOf(number - 20) : original
        return [report(number, { title: `ferry ${number % 20}` }), relation] as const
      })
      await putAll(index().writer, news)
      await index().refresh()
      const asked = request(words('ferry'), { order, collapse: 'copies', limit: 3 })
      const { hits, pages } = await allPages(index().reader, asked, arrivals(index()))
      const roots = hits.map(({ id, relation }) => relation.duplicateOf ?? id)
      expect(new Set(roots).size).toBe(roots.length)
      expect(there(roots).toSorted()).toEqual(numbers(1, 20).map(idOf))
      expect(Math.min(...pages.map(({ total }) => total))).toBe(40)
      if (order === 'newest') expect(there(idsOf(hits))).toEqual(numbers(21, 40).toReversed().map(idOf))
    })

    it('of articles of one instant shows each once', async () => {
      const publishedAt = publishedOf(1).toISOString()
      await putAll(
        index().writer,
        numbers(1, 25).map((number) => [report(number, { publishedAt }), original]),
      )
      await index().refresh()
      const { hits } = await allPages(index().reader, request(everything, { limit: 4 }))
      expect(idsOf(hits).toSorted()).toEqual(numbers(1, 25).map(idOf))
    })

    it('can be narrowed to a language, a source, a time and to originals', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, [
        [report(1, { lang: 'ar' }), original],
        [report(2, { source: { name: 'Vestby Evening Post', url: null } }), original],
        [report(3), copyOf(2)],
      ])
      await refresh()
      const listed = async (filter: object) => idsOf((await reader.newest({ limit: 9, ...filter })).articles)
      expect(await listed({ lang: 'ar' })).toEqual([idOf(1)])
      expect(await listed({ source: 'Vestby Evening Post' })).toEqual([idOf(2)])
      expect(await listed({ since: publishedOf(3) })).toEqual([idOf(3)])
      expect(await listed({ originalsOnly: true })).toEqual([2, 1].map(idOf))
    })

    it('refuses the cursors of other lists, and what is none', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, sampleNews(20))
      await refresh()
      const newest = (await reader.newest({ limit: 2 })).nextCursor ?? ''
      const search = (await reader.search(request(everything, { limit: 2 }))).nextCursor ?? ''
      const ranked = (await reader.search(request(words('council'), { limit: 2, order: 'relevance' }))).nextCursor ?? ''
      expect([newest, search, ranked].every((cursor) => cursor.length > 0)).toBe(true)
      const invalid = expect.objectContaining({ code: 'cursor.invalid' })
      for (const cursor of ['nonsense', '', '....', search, 'n.zzzzzzzzzzzzz.a']) {
        await expect(reader.newest({ limit: 1, cursor }), cursor).rejects.toEqual(invalid)
      }
      for (const cursor of ['nonsense', '', newest, ranked, 's.1.2.3', search.slice(1)]) {
        await expect(reader.search(request(everything, { cursor })), cursor).rejects.toEqual(invalid)
      }
    })
  })
}
