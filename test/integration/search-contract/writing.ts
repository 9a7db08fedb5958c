import { describe, expect, it } from 'vitest'
import { everything, found, idsOf, indexForEach, putAll, request, words } from './index-under-test.ts'
import type { Delivery, IndexUnderTest, OpenIndex } from './index-under-test.ts'
import { copyOf, idOf, original, report, sampleNews, shuffled } from './sample-news.ts'

const day = (number: number): string => new Date(Date.UTC(2026, 1, number)).toISOString()

async function seen({ reader, refresh }: IndexUnderTest) {
  await refresh()
  const { articles } = await reader.newest({ limit: 100 })
  return articles.map(({ id, title, relation, copies }) => ({ id, title, root: relation.duplicateOf, copies }))
}

/** What is written is there once, in its newest version, whatever the order and the number of deliveries. */
export function writingTests(open: OpenIndex): void {
  describe('writing', () => {
    const index = indexForEach(open)

    it('adds once, replaces with what is newer, and ignores what is older or the same', async () => {
      const { writer, reader, refresh } = index()
      const newer = report(1, { title: 'corrected', fetchedAt: '2026-03-02T00:00:00.000Z' })
      expect(await writer.put(report(1), original)).toBe('added')
      expect(await writer.put(newer, original)).toBe('replaced')
      expect(await writer.put(newer, original)).toBe('stale')
      expect(await writer.put(report(1), original)).toBe('stale')
      await refresh()
      expect(await reader.count()).toEqual({ articles: 1, originals: 1 })
      expect(await found(reader, words('corrected'))).toEqual([idOf(1)])
      expect(await found(reader, words('headline'))).toEqual([])
      expect((await reader.get(idOf(1)))?.title).toBe('corrected')
    })

    it('is there for its id at once, with all that it had', async () => {
      const { writer, reader } = index()
      const article = report(1, { author: 'Mira Tolvanen', keywords: ['economy'], html: '<p>body</p>', breaking: true })
      await writer.put(article, original)
      expect(await reader.get(idOf(1))).toEqual({ ...article, relation: original, story: null })
      expect(await reader.get(idOf(2))).toBeNull()
    })

    it('gives the same index when a batch comes twice, or in another order', async () => {
      const { writer, reader } = index()
      const news = sampleNews(40)
      await putAll(writer, news)
      const once = await seen(index())
      expect(new Set(await putAll(writer, shuffled(news, 1)))).toEqual(new Set(['stale']))
      expect(await seen(index())).toEqual(once)
      expect((await reader.count()).articles).toBe(40)
    })

    it.each([1, 2, 3])('keeps the newest of many versions in any order (%i)', async (seed) => {
      const { writer } = index()
      const versions = [1, 2, 3].flatMap((number) =>
        [1, 2, 3, 4].map((of): Delivery => [report(number, { title: `${of}`, fetchedAt: day(of) }), original]),
      )
      for (const [article, relation] of shuffled([...versions, ...versions], seed)) await writer.put(article, relation)
      expect((await seen(index())).map(({ title }) => title)).toEqual(['4', '4', '4'])
    })

    it('keeps the newest version when all come at once, through two writers', async () => {
      const { writer, openWriter } = index()
      const other = openWriter()
      const versions = shuffled(
        [1, 2, 3, 4, 5, 6, 7, 8].map((of): Delivery => [report(1, { title: `${of}`, fetchedAt: day(of) }), original]),
        4,
      )
      await Promise.all([putAll(writer, versions), putAll(other, versions.toReversed())])
      await other.close()
      expect((await seen(index())).map(({ title }) => title)).toEqual(['8'])
    })

    it('is in one place when its time of publication moves to another month, and back', async () => {
      const { writer, reader } = index()
      const moved = (of: number, publishedAt: string) =>
        report(1, { title: `of ${of}`, publishedAt, fetchedAt: day(of) })
      const [january, february] = [moved(1, '2026-01-20T00:00:00.000Z'), moved(2, '2025-12-20T00:00:00.000Z')]
      const again = moved(3, '2026-01-25T00:00:00.000Z')
      await writer.put(january, original)
      expect(await writer.put(february, original)).toBe('replaced')
      expect(await writer.put(january, original)).toBe('stale')
      expect((await seen(index())).map(({ title }) => title)).toEqual(['of 2'])
      expect(await writer.put(again, original)).toBe('replaced')
      expect(await writer.put(february, original)).toBe('stale')
      expect((await seen(index())).map(({ title }) => title)).toEqual(['of 3'])
      expect((await reader.count()).articles).toBe(1)
    })

    it('is in one place although versions of several months come at once', async () => {
      const { writer, openWriter, reader } = index()
      const other = openWriter()
      const versions = [1, 2, 3, 4, 5, 6].map((of): Delivery => {
        const publishedAt = `2025-0${of}-10T00:00:00.000Z`
        return [report(1, { title: `${of}`, publishedAt, fetchedAt: day(of) }), original]
      })
      await Promise.all([putAll(writer, shuffled(versions, 1)), putAll(other, shuffled(versions, 2))])
      await other.close()
      expect((await seen(index())).map(({ title }) => title)).toEqual(['6'])
      expect((await reader.search(request(everything))).total).toBe(1)
    })

    it('never dates an article after its fetch', async () => {
      const { writer } = index()
      await writer.put(report(1, { title: 'from the future', publishedAt: '2099-01-01T00:00:00.000Z' }), original)
      const fetchedAt = '2026-03-01T00:00:01.000Z'
      await writer.put(report(2, { title: 'later fetch', publishedAt: null, fetchedAt }), original)
      expect((await seen(index())).map(({ title }) => title)).toEqual(['later fetch', 'from the future'])
    })

    it('takes a hundred articles at once', async () => {
      const { writer, reader, refresh } = index()
      const results = await putAll(writer, sampleNews(100))
      expect(new Set(results)).toEqual(new Set(['added']))
      await refresh()
      expect((await reader.count()).articles).toBe(100)
      expect(new Set(await found(reader, everything)).size).toBe(100)
    })

    it('lists copies with their first, and counts them', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, [
        [report(1), original],
        [report(2, { fetchedAt: '2026-03-01T02:00:00.000Z' }), copyOf(1)],
        [report(3, { fetchedAt: '2026-03-01T01:00:00.000Z' }), copyOf(1)],
      ])
      await refresh()
      const [root, copy] = [await reader.get(idOf(1)), await reader.get(idOf(2))]
      expect(root && idsOf(await reader.duplicates(root))).toEqual([idOf(3), idOf(2)])
      expect(copy && idsOf(await reader.duplicates(copy))).toEqual([idOf(1), idOf(3)])
      expect(await reader.count()).toEqual({ articles: 3, originals: 1 })
      expect((await seen(index())).map(({ copies }) => copies)).toEqual([2, 2, 2])
    })
  })
}
