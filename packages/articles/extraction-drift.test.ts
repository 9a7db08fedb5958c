import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { watchDrift, type DriftVerdict, type ExtractionState } from './extraction-drift.ts'

type Page = { text: string; confidence: number } | null

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
const text = (letters: number) => 'a'.repeat(Math.max(1, Math.round(letters)))
const times = (count: number, make: (n: number) => Page): Page[] => Array.from({ length: count }, (_, n) => make(n))
/** Articles of one layout: between 2,000 and 4,000 letters. */
const article = (n: number): Page => ({ text: text(2_000 + ((n * 677) % 2_000)), confidence: 0.9 })
const menu = (n: number): Page => ({ text: text(250 + ((n * 31) % 150)), confidence: 0.45 })

/** Park and Miller's generator: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function read(pages: readonly Page[], from: ExtractionState | null = null) {
  let state = from
  const verdicts: DriftVerdict[] = []
  for (const [n, page] of pages.entries()) {
    const next = watchDrift(state, page, at(n))
    state = next.state
    verdicts.push(next.verdict)
  }
  return { state, verdicts, drift: state?.drift ?? null }
}

describe('a redesign', () => {
  it('is noticed within ten pages when only menus are found, and not before', () => {
    const { verdicts } = read([...times(50, article), ...times(10, menu)])
    expect(verdicts.slice(0, 50).every((verdict) => verdict === 'usual')).toBe(true)
    expect(verdicts.slice(50)).toContain('began')
  })

  it('is noticed by the length alone, and says by how much', () => {
    const short = times(20, (n) => ({ text: text(550 + n), confidence: 0.9 }))
    const { verdicts, drift } = read([...times(50, article), ...short])
    expect(verdicts.indexOf('began')).toBeLessThan(60)
    expect(drift?.changes).toEqual(['shorter'])
    expect(drift?.lengthRatio).toBeCloseTo(0.2, 1)
    expect(new Date(drift?.since ?? '') >= at(50)).toBe(true)
  })

  it('is noticed when texts grow, as when lists leak into them', () => {
    const { drift } = read([...times(50, article), ...times(20, () => ({ text: text(12_000), confidence: 0.9 }))])
    expect(drift?.changes).toEqual(['longer'])
  })

  it('is noticed by the confidence alone', () => {
    const unsure = times(20, (n) => ({ text: article(n)?.text ?? '', confidence: 0.5 }))
    expect(read([...times(50, article), ...unsure]).drift?.changes).toEqual(['less-sure'])
  })

  it.each([
    ['refused', null],
    ['empty', { text: '', confidence: 0 }],
  ])('is noticed when its pages are %s', (_, page) => {
    const { verdicts, drift } = read([...times(50, article), ...times(10, () => page)])
    expect(verdicts.indexOf('began')).toBeGreaterThanOrEqual(50)
    expect(drift).toMatchObject({ changes: ['refused'], lengthRatio: null, refused: { usual: 0, now: 1 } })
  })

  it('of a site that is hardly known is not told', () => {
    expect(read([...times(15, article), ...times(10, menu)]).verdicts).not.toContain('began')
  })
})

describe('no alert is raised', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8]
  it.each(seeds)('over lengths that vary tenfold at random (seed %i)', (seed) => {
    const random = randomFrom(seed)
    const pages = times(5_000, () => ({ text: text(500 * 10 ** random()), confidence: 0.6 + 0.3 * random() }))
    expect(new Set(read(pages).verdicts)).toEqual(new Set(['usual']))
  })

  it.each(seeds)('over a site of which every fifth page is a film (seed %i)', (seed) => {
    const random = randomFrom(seed)
    const pages = times(5_000, (n) => (random() < 0.2 ? null : article(n)))
    expect(new Set(read(pages).verdicts)).toEqual(new Set(['usual']))
  })

  it('over three short pages in a row', () => {
    const pages = [...times(50, article), ...times(3, menu), ...times(50, article)]
    expect(new Set(read(pages).verdicts)).toEqual(new Set(['usual']))
  })
})

describe('an alert ends', () => {
  const drifting = read([...times(50, article), ...times(30, menu)])

  it('when the site is as before', () => {
    const { verdicts, drift } = read(times(12, article), drifting.state)
    expect(verdicts.filter((verdict) => verdict !== 'drifting' && verdict !== 'usual')).toEqual(['as-before'])
    expect(drift).toBeNull()
    expect(read(times(10, menu), read(times(12, article), drifting.state).state).verdicts).toContain('began')
  })

  it('when the site has been stable in its new way for long', () => {
    const { verdicts } = read(times(150, menu), drifting.state)
    const settled = verdicts.indexOf('settled')
    expect(settled).toBeGreaterThan(60)
    expect(new Set(verdicts.slice(settled + 1))).toEqual(new Set(['usual']))
  })

  it('not with one good page among menus', () => {
    const { verdicts } = read([...times(1, article), ...times(20, menu)], drifting.state)
    expect(new Set(verdicts)).toEqual(new Set(['drifting']))
  })
})

it('keeps a small state of finite numbers over any pages', () => {
  const page = fc.option(fc.record({ text: fc.string(), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }))
  fc.assert(
    fc.property(fc.array(page, { maxLength: 200 }), (pages) => {
      const stored = JSON.stringify(read(pages).state)
      expect(stored.length).toBeLessThan(2_000)
      // JSON writes what is no number as null; only these may be.
      expect(stored.replaceAll(/"(?:now|run|drift|lengthRatio)":null/g, '').match(/:null/)).toBeNull()
    }),
  )
})
