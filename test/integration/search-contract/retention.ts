import { describe, expect, it } from 'vitest'
import { everything, found, idsOf, indexForEach, putAll, words } from './index-under-test.ts'
import type { Delivery, OpenIndex } from './index-under-test.ts'
import { copyOf, idOf, original, report } from './sample-news.ts'

/** One a week from the first of November on, over four months. */
const weekly: readonly Delivery[] = Array.from({ length: 16 }, (_, week): Delivery => {
  const publishedAt = new Date(Date.UTC(2025, 10, 1 + 7 * week)).toISOString()
  return [report(week, { publishedAt, title: `week ${week}` }), original]
})

/** What is too old or too much is forgotten, and nothing else. */
export function retentionTests(open: OpenIndex): void {
  describe('retention', () => {
    const index = indexForEach(open)
    const kept = async () => {
      await index().refresh()
      return found(index().reader, everything)
    }
    const from = (week: number): string[] => weekly.slice(week).map(([{ id }]) => id)

    it('by age forgets what was published before', async () => {
      const { writer, reader } = index()
      await putAll(writer, weekly)
      expect(await writer.retain({ since: new Date(Date.UTC(2025, 11, 20)), articlesMax: null })).toBe(7)
      expect(await kept()).toEqual(from(7))
      expect(await reader.get(idOf(0))).toBeNull()
      expect(await reader.get(idOf(7))).not.toBeNull()
      expect(await reader.count()).toEqual({ articles: 9, originals: 9 })
      expect(await found(reader, words('week'))).toEqual(from(7))
      expect(await writer.retain({ since: new Date(Date.UTC(2025, 11, 20)), articlesMax: null })).toBe(0)
    })

    it('by number keeps the newest', async () => {
      const { writer } = index()
      await putAll(writer, weekly)
      expect(await writer.retain({ since: null, articlesMax: 6 })).toBe(10)
      expect(await kept()).toEqual(from(10))
      expect(await writer.retain({ since: null, articlesMax: 6 })).toBe(0)
    })

    it('by both forgets what either says, and without a rule nothing', async () => {
      const { writer } = index()
      await putAll(writer, weekly)
      expect(await writer.retain({ since: null, articlesMax: null })).toBe(0)
      expect(await writer.retain({ since: new Date(Date.UTC(2025, 10, 10)), articlesMax: 12 })).toBe(4)
      expect(await kept()).toEqual(from(4))
      expect(await writer.retain({ since: new Date(Date.UTC(2026, 0, 20)), articlesMax: 12 })).toBe(8)
      expect(await kept()).toEqual(from(12))
    })

    it('of everything leaves an index that takes articles again', async () => {
      const { writer } = index()
      await putAll(writer, weekly)
      expect(await writer.retain({ since: null, articlesMax: 0 })).toBe(16)
      expect(await kept()).toEqual([])
      expect(await putAll(writer, weekly.slice(0, 2))).toEqual(['added', 'added'])
      expect(await kept()).toEqual([0, 1].map(idOf))
    })

    it('leaves young copies of what is forgotten, with their story', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, [...weekly, [report(50, { publishedAt: '2026-02-20T00:00:00.000Z' }), copyOf(0)]])
      await writer.setStory({ articleId: idOf(0), storyId: 's1', order: 1 })
      await writer.retain({ since: new Date(Date.UTC(2026, 1, 1)), articlesMax: null })
      await refresh()
      const copy = await reader.get(idOf(50))
      expect(copy?.relation.duplicateOf).toBe(idOf(0))
      expect(copy?.story).toBe('s1')
      expect(idsOf((await reader.newest({ limit: 50 })).articles)).toContain(idOf(50))
    })
  })
}
