import type { ArticleWriter } from '@rafid/search'
import { describe, expect, it } from 'vitest'
import { found, idsOf, indexForEach, putAll, request } from './index-under-test.ts'
import type { IndexUnderTest, OpenIndex } from './index-under-test.ts'
import { copyOf, idOf, original, report, shuffled } from './sample-news.ts'

const rootsOf = ({ reader }: IndexUnderTest, numbers: readonly number[]) =>
  Promise.all(numbers.map(async (number) => (await reader.get(idOf(number)))?.relation.duplicateOf ?? null))

/** Clusters and stories end up the same in any order of deliveries, however often each comes. */
export function clusterAndStoryTests(open: OpenIndex): void {
  describe('moves of clusters', () => {
    const index = indexForEach(open)

    it('take every article of a cluster along, its first one included', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, [
        [report(1), original],
        [report(3), original],
        [report(2), copyOf(1)],
        [report(4), copyOf(3)],
      ])
      await writer.moveCluster(idOf(3), idOf(1))
      expect(await rootsOf(index(), [1, 2, 3, 4])).toEqual([null, idOf(1), idOf(1), idOf(1)])
      expect((await reader.get(idOf(3)))?.relation.kind).toBe('duplicate')
      await refresh()
      expect(await reader.count()).toEqual({ articles: 4, originals: 1 })
      expect(await found(reader, { kind: 'original' })).toEqual([idOf(1)])
      expect(idsOf((await reader.newest({ limit: 10, originalsOnly: true })).articles)).toEqual([idOf(1)])
      const { articles } = await reader.search(request({ kind: 'all' }, { collapse: 'copies' }))
      expect(articles).toHaveLength(1)
      expect(articles[0]?.copies).toBe(3)
    })

    it.each([1, 2, 3, 4, 5, 6])('count for what comes later, in any order and again (%i)', async (seed) => {
      const { writer } = index()
      const steps: (() => Promise<unknown>)[] = [
        () => writer.moveCluster(idOf(5), idOf(3)),
        () => writer.moveCluster(idOf(3), idOf(1)),
        () => writer.put(report(6), copyOf(5)),
        () => writer.put(report(5), original),
        () => writer.put(report(3), original),
        () => writer.put(report(1), original),
      ]
      for (const step of shuffled([...steps, ...steps], seed)) await step()
      expect(await rootsOf(index(), [1, 3, 5, 6])).toEqual([null, idOf(1), idOf(1), idOf(1)])
    })

    it('are not led in circles', async () => {
      const { writer } = index()
      await writer.put(report(1), original)
      await writer.moveCluster(idOf(1), idOf(1))
      await writer.moveCluster(idOf(2), idOf(1))
      await writer.moveCluster(idOf(1), idOf(2))
      expect(await rootsOf(index(), [1])).toEqual([null])
    })

    it('survive newer versions of an article, and leave versions as they were', async () => {
      const { writer } = index()
      await writer.put(report(3), original)
      await writer.moveCluster(idOf(3), idOf(1))
      expect(await writer.put(report(3), original)).toBe('stale')
      expect(await writer.put(report(3, { fetchedAt: '2026-03-01T00:00:00.001Z' }), original)).toBe('replaced')
      expect(await rootsOf(index(), [3])).toEqual([idOf(1)])
    })

    it('miss no article that is written at the same time, by however many writers', async () => {
      const { writer, openWriter } = index()
      const writers = [writer, openWriter(), openWriter()]
      const write = (number: number): Promise<unknown> => {
        const by = writers[number % writers.length] ?? writer
        return by.put(report(number), number < 10 ? original : copyOf(number % 10))
      }
      const numbers = Array.from({ length: 60 }, (_, at) => at + 1)
      const moves = [9, 8, 7, 6, 5, 4, 3, 2].map(
        (number) => () => (writers[number % 3] ?? writer).moveCluster(idOf(number), idOf(number - 1)),
      )
      const steps = [...numbers.map((number) => () => write(number)), ...moves, ...moves]
      await Promise.all(shuffled(steps, 7).map((step) => step()))
      await Promise.all(writers.slice(1).map((one) => one.close()))
      const copies = numbers.filter((number) => number > 1 && number % 10 !== 0)
      expect(new Set(await rootsOf(index(), copies))).toEqual(new Set([idOf(1)]))
    })
  })

  describe('stories', () => {
    const index = indexForEach(open)
    const members = async (name: string) => {
      await index().refresh()
      const story = await index().reader.story(name)
      return story === null ? null : { id: story.id, lang: story.lang, articles: idsOf(story.articles) }
    }
    const storyOf = async (number: number) => (await index().reader.get(idOf(number)))?.story ?? null
    const tell = (writer: ArticleWriter, number: number, storyId: string, order = number) =>
      writer.setStory({ articleId: idOf(number), storyId, order })

    it('hold their members, the newest first, whatever comes first', async () => {
      const { writer, reader } = index()
      await tell(writer, 1, 's1')
      await putAll(writer, [
        [report(1), original],
        [report(2), original],
      ])
      await tell(writer, 2, 's1')
      expect(await members('s1')).toEqual({ id: 's1', lang: 'en', articles: [2, 1].map(idOf) })
      expect(await storyOf(1)).toBe('s1')
      expect(await members('s9')).toBeNull()
      expect(await found(reader, { kind: 'field', field: 'story', value: 's1' })).toEqual([1, 2].map(idOf))
    })

    it('have copies be of the story of their first, also when it changes', async () => {
      const { writer, reader } = index()
      await putAll(writer, [
        [report(1), original],
        [report(2), copyOf(1)],
        [report(3), original],
      ])
      await tell(writer, 1, 's1')
      await tell(writer, 3, 's3')
      expect(await storyOf(2)).toBe('s1')
      expect((await members('s1'))?.articles).toEqual([idOf(1)])
      expect(await found(reader, { kind: 'field', field: 'story', value: 's1' })).toEqual([1, 2].map(idOf))
      await writer.moveCluster(idOf(1), idOf(3))
      expect(await storyOf(2)).toBe('s3')
      expect((await members('s3'))?.articles).toEqual([idOf(3)])
      expect((await members('s1'))?.id).toBe('s3')
    })

    it('leave another name when they become one, for articles that come later too', async () => {
      const { writer, reader } = index()
      await putAll(
        writer,
        [1, 2, 3].map((number) => [report(number), original]),
      )
      await tell(writer, 1, 's1')
      await tell(writer, 2, 's2')
      await writer.moveStory('s2', 's1')
      await writer.moveStory('s2', 's1')
      await writer.moveStory('s1', 's2')
      await tell(writer, 3, 's2')
      expect(await members('s1')).toMatchObject({ id: 's1', articles: [3, 2, 1].map(idOf) })
      expect((await members('s2'))?.id).toBe('s1')
      expect(await found(reader, { kind: 'field', field: 'story', value: 's2' })).toEqual([1, 2, 3].map(idOf))
    })

    it('let the later decision stand, whatever comes first', async () => {
      const { writer } = index()
      await putAll(writer, [[report(1), original]])
      await tell(writer, 1, 's5', 20)
      await tell(writer, 1, 's1', 10)
      expect(await storyOf(1)).toBe('s5')
      expect(await members('s1')).toBeNull()
    })

    it.each([1, 2, 3, 4])('are the same in any order of deliveries (%i)', async (seed) => {
      const { writer } = index()
      const steps: (() => Promise<unknown>)[] = [
        () => writer.put(report(1), original),
        () => writer.put(report(2), original),
        () => writer.put(report(3), copyOf(2)),
        () => writer.put(report(4), original),
        () => tell(writer, 1, 's1', 1),
        () => tell(writer, 2, 's2', 2),
        () => tell(writer, 4, 's9', 3),
        () => tell(writer, 4, 's3', 4),
        () => writer.moveStory('s3', 's2'),
        () => writer.moveStory('s2', 's1'),
      ]
      for (const step of shuffled([...steps, ...steps], seed)) await step()
      expect(await members('s3')).toEqual({ id: 's1', lang: 'en', articles: [4, 2, 1].map(idOf) })
      expect(await Promise.all([1, 2, 3, 4].map(storyOf))).toEqual(['s1', 's1', 's1', 's1'])
    })

    it('miss no article that is written at the same time, by several writers', async () => {
      const { writer, openWriter } = index()
      const other = openWriter()
      const numbers = Array.from({ length: 30 }, (_, at) => at + 1)
      const steps = [
        ...numbers.map((number) => () => writer.put(report(number), number % 3 === 0 ? copyOf(number - 1) : original)),
        ...numbers.map((number) => () => tell(other, number, number % 2 === 0 ? 's2' : 's1')),
        () => other.moveStory('s2', 's1'),
      ]
      await Promise.all(shuffled(steps, 3).map((step) => step()))
      await other.close()
      expect(new Set(await Promise.all(numbers.map(storyOf)))).toEqual(new Set(['s1']))
      expect((await members('s2'))?.articles).toHaveLength(20)
    })
  })
}
