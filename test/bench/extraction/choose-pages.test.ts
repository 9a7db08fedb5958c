import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePages } from './choose-pages.ts'

const page = (id: string, split = 'dev') => ({ id, set: id.split('/')[0] ?? '', split, htmlBytes: 1 })
const pages = [
  page('sea/1'),
  page('sea/2'),
  page('sea/3'),
  page('sea/4', 'test'),
  page('hill/1'),
  page('hill/2', 'test'),
]
const ids = (split: string | null, pagesMax = Infinity) => choosePages(pages, split, pagesMax).map(({ id }) => id)

describe('choosePages', () => {
  it('takes all pages in the order of the manifest', () => {
    expect(ids(null)).toEqual(pages.map(({ id }) => id))
  })

  it('takes those of one split', () => {
    expect(ids('test')).toEqual(['sea/4', 'hill/2'])
  })

  it('takes from every set alike when there is a limit', () => {
    expect(ids('dev', 2)).toEqual(['sea/1', 'hill/1'])
    expect(ids('dev', 3)).toEqual(['sea/1', 'sea/2', 'hill/1'])
  })

  it('names the splits there are when one is unknown', () => {
    expect(() => ids('final')).toThrow('no page is of the split final; there are: dev, test')
    expect(() => choosePages([], 'dev', 1)).toThrow('(no pages at all)')
  })

  it('takes as many as there are or as many as allowed, none twice', () => {
    const sets = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 20 }), (list, pagesMax) => {
        const all = list.map((set, index) => page(`${set}/${index}`))
        const chosen = choosePages(all, null, pagesMax)
        expect(new Set(chosen).size).toBe(Math.min(all.length, pagesMax))
      }),
    )
  })
})
