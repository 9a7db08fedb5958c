import { array, assert, property, shuffledSubarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReport, ModelTrace } from '../../test/support/item-samples.ts'
import { funnelFaults, funnelOf } from './funnel.ts'
import { formatItemState, itemRank, itemStages, parseItemState } from './item-state.ts'
import type { ItemState } from './item-state.ts'

const countOf = (counts: Record<string, number>, name: string) =>
  funnelOf(counts).steps.find((step) => step.name === name)?.count

describe('the funnel', () => {
  const counts = {
    'seen known': 40,
    'seen held': 2,
    'seen pageless': 1,
    'seen edited': 3,
    'waiting fetch-page - -': 4,
    'dead fetch-page - http.status': 3,
    'joined fetch-page - -': 2,
    'dropped fetch-page - http.status': 1,
    'waiting parse-page - -': 1,
    'dead parse-page - content.empty': 2,
    'waiting deduplicate-article - -': 1,
    'waiting index-article duplicate -': 1,
    'dead index-article original bug': 1,
    'done index-article original added': 20,
    'done index-article original found': 1,
    'done index-article original replaced': 2,
    'done index-article original stale': 3,
    'done index-article duplicate added': 5,
    'done index-article update added': 4,
  }

  it('counts those that came to each step', () => {
    expect(funnelOf(counts).steps.map(({ name, count }) => [name, count])).toEqual([
      ['seen', 94],
      ['new', 51],
      ['fetched', 41],
      ['parsed', 38],
      ['original', 27],
      ['indexed', 23],
    ])
  })

  it('says of each step where the rest went, the most first', () => {
    const { steps } = funnelOf(counts)
    const rest = Object.fromEntries(steps.map((step) => [step.name, step.rest]))
    const none = { stage: null, relation: null, reason: null }
    expect(rest['seen']?.[0]).toEqual({ ...none, why: 'known', count: 40 })
    expect(rest['new']?.map(({ why, reason, count }) => [why, reason, count])).toEqual([
      ['waiting', null, 4],
      ['dead', 'http.status', 3],
      ['joined', null, 2],
      ['dropped', 'http.status', 1],
    ])
    expect(rest['parsed']?.map(({ why, relation, count }) => [why, relation, count])).toEqual([
      ['done', 'duplicate', 5],
      ['done', 'update', 4],
      ['waiting', null, 1],
      ['waiting', 'duplicate', 1],
    ])
    expect(rest['indexed']).toEqual([])
  })

  it('knows every item by what it is', () => {
    const { items, edited } = funnelOf(counts)
    expect({ ...items, edited }).toEqual({
      originals: 21,
      copies: 5,
      updates: 4,
      replaced: 2,
      unchanged: 3,
      joined: 2,
      dead: 6,
      dropped: 1,
      inFlight: 7,
      edited: 3,
    })
  })

  it('says so when numbers do not add up', () => {
    const funnel = funnelOf(counts)
    expect(funnelFaults(funnel)).toEqual([])
    const steps = funnel.steps.map((step) => (step.name === 'parsed' ? { ...step, count: step.count + 1 } : step))
    expect(funnelFaults({ ...funnel, steps })).toEqual([
      '41 fetched are not 39 parsed and 3 elsewhere',
      '39 parsed are not 27 original and 11 elsewhere',
    ])
    expect(funnelFaults({ ...funnel, items: { ...funnel.items, dead: 5 } })).toEqual([
      '51 items are not the 50 of all kinds',
    ])
    expect(funnelFaults(funnelOf({ 'waiting fetch-page - -': -1 }))).not.toEqual([])
  })

  it('adds up after every report, however late and however often they come', () => {
    assert(
      property(array(anyReport, { maxLength: 60 }), (reports) => {
        const model = new ModelTrace()
        for (const report of [...reports, ...reports.toReversed(), ...reports]) {
          model.apply(report)
          const funnel = funnelOf(model.counts())
          expect(funnelFaults(funnel)).toEqual([])
          expect(countOf(model.counts(), 'new')).toBe(model.states.size)
        }
      }),
    )
  })

  it('comes to the same numbers in whatever order the same reports come', () => {
    const forward = anyReport.filter(({ how }) => how !== 'again')
    const shuffled = array(forward, { maxLength: 40 }).chain((reports) =>
      shuffledSubarray(reports, { minLength: reports.length }).map((other) => [reports, other] as const),
    )
    const ranks = (model: ModelTrace) => new Map([...model.states].map(([id, state]) => [id, itemRank(state)] as const))
    assert(
      property(shuffled, ([reports, other]) => {
        const [one, two] = [new ModelTrace(), new ModelTrace()]
        for (const report of reports) one.apply(report)
        for (const report of [...other, ...other]) two.apply(report)
        expect(ranks(two)).toEqual(ranks(one))
      }),
    )
  })
})

describe('the state of an item', () => {
  it('is the name of its counter', () => {
    const state: ItemState = { phase: 'dead', stage: 'index-article', relation: 'original', reason: 'document.missing' }
    expect(formatItemState(state)).toBe('dead index-article original document.missing')
    expect(parseItemState(formatItemState(state))).toEqual(state)
    expect(parseItemState('seen known')).toBeNull()
    expect(parseItemState('dead no-such-stage - bug')).toBeNull()
  })

  it('is further on at each stage than whatever it can be at the one before', () => {
    for (const [at, stage] of itemStages.slice(1).entries()) {
      const before = itemStages[at] ?? stage
      expect(itemRank({ phase: 'waiting', stage })).toBeGreaterThan(itemRank({ phase: 'done', stage: before }))
    }
  })
})
