import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultDefaults, faultSettingsIn } from './faults.ts'
import { Misbehaviour } from './misbehaviour.ts'

const host = '127.0.0.1:8001'
const at = (path: string): URL => new URL(path, `http://${host}`)

describe('Misbehaviour', () => {
  it('leaves requests alone that no rule concerns', () => {
    const misbehaviour = new Misbehaviour()
    misbehaviour.add({ kind: 'server-error', path: /^\/feed/ })
    misbehaviour.add({ kind: 'reset', host: '127.0.0.1:8002' })
    expect(misbehaviour.faultFor(host, at('/news/1'))).toBeUndefined()
    expect(misbehaviour.faultFor(host, at('/feed'))?.kind).toBe('server-error')
  })

  it('spends a rule after so many times', () => {
    const misbehaviour = new Misbehaviour()
    misbehaviour.add({ kind: 'rate-limited', path: /feed/g, times: 2, retryAfterSeconds: 9 })
    const kinds = Array.from({ length: 3 }, () => misbehaviour.faultFor(host, at('/feed'))?.kind)
    expect(kinds).toEqual(['rate-limited', 'rate-limited', undefined])
  })

  it('stops when the rule is lifted', () => {
    const misbehaviour = new Misbehaviour()
    const lift = misbehaviour.add({ kind: 'slow', dripMs: 5 })
    expect(misbehaviour.faultFor(host, at('/'))?.settings).toMatchObject({ dripMs: 5, dripBytes: 64 })
    lift()
    expect(misbehaviour.faultFor(host, at('/'))).toBeUndefined()
  })

  it('knows the fault paths, and no others', () => {
    const misbehaviour = new Misbehaviour()
    expect(misbehaviour.faultFor(host, at('/fault/redirect-loop?hop=4'))).toMatchObject({
      kind: 'redirect-loop',
      hop: 4,
    })
    expect(misbehaviour.faultFor(host, at('/fault/unheard-of'))).toBeUndefined()
  })
})

describe('faultSettingsIn', () => {
  it('reads what the query names and keeps the defaults for the rest', () => {
    const query = new URLSearchParams('retryAfterSeconds=7&dripMs=abc&location=http://192.168.0.1/x')
    expect(faultSettingsIn(query)).toEqual({ ...faultDefaults, retryAfterSeconds: 7, location: 'http://192.168.0.1/x' })
  })

  it('never throws on any query and never asks for more than a quarter of a gigabyte', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, value) => {
        const query = new URLSearchParams({ pageBytes: text, location: value, decodedBytes: value })
        const settings = faultSettingsIn(query)
        expect(Math.max(settings.pageBytes, settings.decodedBytes)).toBeLessThanOrEqual(2 ** 28)
        expect(() => new Headers({ location: settings.location })).not.toThrow()
      }),
    )
  })
})
