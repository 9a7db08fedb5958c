import { describe, expect, it } from 'vitest'
import { idsOf, indexForEach, putAll, request } from './index-under-test.ts'
import type { OpenIndex } from './index-under-test.ts'
import { copyOf, idOf, original, report, sampleNews } from './sample-news.ts'

/** What stands around an article: its copies, its story, and others like it; and what a reader may have meant. */
export function aroundTests(open: OpenIndex): void {
  describe('around an article', () => {
    const index = indexForEach(open)
    const around = async (number: number) => {
      const { reader, refresh } = index()
      await refresh()
      const own = await reader.get(idOf(number))
      if (own === null) throw new Error('the article is not there')
      const { similar, related } = await reader.neighbours(own)
      return { similar: idsOf(similar), related: idsOf(related), stories: related.map(({ story }) => story) }
    }

    it('tells reworded headlines from related stories, one line a text', async () => {
      await putAll(index().writer, [
        [report(1, { title: 'storm closes northern harbour for two days' }), original],
        [report(2, { title: 'northern harbour closed by storm' }), original],
        [report(3, { title: 'northern harbour closed by storm again' }), copyOf(2)],
        [report(4, { title: 'fishermen ask for a new harbour wall' }), original],
        [report(5, { title: 'football final tonight' }), original],
      ])
      const { similar, related } = await around(1)
      expect(similar).toHaveLength(1)
      expect([idOf(2), idOf(3)]).toContain(similar[0])
      expect(related).toEqual([idOf(4)])
    })

    it('has the members of its story be similar, the newest first, and others related, one of a story', async () => {
      const { writer } = index()
      await putAll(writer, [
        [report(1, { title: 'Ferry strike begins in Larnholm' }), original],
        [report(2, { title: 'Sailors walk out over pay' }), original],
        [report(3, { title: 'Sailors walk out over pay' }), copyOf(2)],
        [report(4, { title: 'Larnholm ferry strike begins today' }), original],
        [report(5, { title: 'Larnholm council discusses the ferry' }), original],
        [report(6, { title: 'Ferry on the agenda of Larnholm council' }), original],
      ])
      for (const number of [1, 2, 4]) await writer.setStory({ articleId: idOf(number), storyId: 's1', order: number })
      for (const number of [5, 6]) await writer.setStory({ articleId: idOf(number), storyId: 's5', order: number })
      const { similar, stories } = await around(1)
      expect(similar).toEqual([idOf(4), idOf(2)])
      expect(stories).toEqual(['s5'])
    })

    it('finds the one that shares the telling words among many that share the others', async () => {
      const { writer } = index()
      await putAll(writer, sampleNews(90))
      const title = 'Observatory of Larnholm shows a comet'
      const text = 'The astronomers of the observatory saw the comet, said the council.'
      await putAll(writer, [
        [report(201, { title, text }), original],
        [report(202, { title: 'Comet over the country', text: 'The comet passed, said astronomers.' }), original],
      ])
      const { similar, related } = await around(201)
      expect([...similar, ...related]).toContain(idOf(202))
    })
  })

  describe('did you mean', () => {
    const index = indexForEach(open)
    const meant = async (...typed: string[]) => {
      const answer = await index().reader.didYouMean(typed)
      return answer === null ? null : [...answer]
    }

    it('proposes the spelling that many articles have, and nothing where none is needed', async () => {
      const { writer, reader, refresh } = index()
      await putAll(writer, sampleNews(90))
      await refresh()
      expect(await meant('harbuor')).toEqual(['harbour'])
      expect(await meant('libary', 'strike')).toEqual(['library', 'strike'])
      expect(await meant('العاصمه')).toBeNull()
      expect(await meant('harbour')).toBeNull()
      expect(await meant('qqqqqqqqqqqq')).toBeNull()
      expect(await meant()).toBeNull()
      const [word = ''] = (await meant('انتخلبات')) ?? []
      const { total } = await reader.search(request({ kind: 'words', words: [word] }))
      expect(total).toBeGreaterThan(3)
    })

    it('reads what was typed with the other keyboard layout', async () => {
      await putAll(index().writer, sampleNews(90))
      await index().refresh()
      // فيضان on the keys of a US keyboard, and harbour on those of Arabic 101.
      const flood = (await meant('tdqhk')) ?? []
      expect(flood).toEqual(['فيضان'])
      expect(await meant('اشقلاخعق')).toEqual(['harbour'])
    })
  })
}
