import { createHmac } from 'node:crypto'
import type { Subscription } from '@rafid/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hubLinks } from './hub-links.ts'
import { isSigned } from './is-signed.ts'
import {
  afterDenial,
  afterFailure,
  afterMiss,
  afterPush,
  afterRequest,
  confirmed,
  isLive,
  offered,
} from './subscription-life.ts'

const body = new TextEncoder().encode('<feed/>')
const signed = (algorithm: string, secret = 'key') =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`

describe('a signature', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('with %s counts', (algorithm) => {
    expect(isSigned(body, signed(algorithm), 'key')).toBe(true)
    expect(isSigned(body, signed(algorithm).toUpperCase(), 'key')).toBe(true)
  })

  it.each([
    null,
    '',
    'sha256',
    'sha256=',
    'sha256=zz',
    signed('md5'),
    signed('sha256', 'other'),
    `${signed('sha1')}00`,
  ])('%s does not', (header) => {
    expect(isSigned(body, header, 'key')).toBe(false)
  })
})

describe('Link headers', () => {
  it('name the hub and the own address', () => {
    const header = '<https://hub.example/>; rel="hub", </feed>; title="a, b"; rel="self alternate", <x>; rel=next'
    expect(hubLinks(header, 'https://a.example/f')).toEqual({
      hub: 'https://hub.example/',
      self: 'https://a.example/feed',
    })
    expect(hubLinks('<https://hub.example/>;rel=hub', 'https://a.example/')).toMatchObject({ self: null })
  })

  it('name nothing that cannot be asked', () => {
    const nothing = { hub: null, self: null }
    for (const header of [null, 'rel=hub', '<javascript:x>; rel=hub', '<>', '<http://[>; rel=hub', '<x; rel=hub>']) {
      expect(hubLinks(header, 'https://a.example/')).toEqual(nothing)
    }
    fc.assert(fc.property(fc.string(), (header) => void hubLinks(header, 'https://a.example/')))
  })
})

describe('a subscription', () => {
  const start = new Date('2026-01-01T00:00:00Z')
  const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
  const dueIn = (subscription: Subscription | null, now = start) =>
    (Date.parse(subscription?.dueAt ?? '') - now.getTime()) / 3_600_000
  const offer = { hub: 'https://hub.example/', topic: 'https://a.example/feed' }
  const wanted = offered(null, offer, 's', start) as Subscription
  const requested = afterRequest(wanted, start)
  const active = confirmed(requested, 86_400, start) as Subscription

  it('is asked for at once, and once for each hub and address', () => {
    expect(wanted).toMatchObject({ state: 'wanted', ...offer })
    expect(dueIn(wanted)).toBe(0)
    expect(offered(active, offer, 'new', start)).toBeNull()
    expect(offered(active, { ...offer, hub: 'https://other.example/' }, 'new', start)).toMatchObject({
      state: 'wanted',
      secret: 'new',
      leaseEndsAt: null,
    })
  })

  it('lives from its confirmation to the end of its lease, and is renewed before', () => {
    expect(isLive(requested, start)).toBe(false)
    expect(isLive(active, at(23.9))).toBe(true)
    expect(isLive(active, at(24))).toBe(false)
    expect(isLive(null, start)).toBe(false)
    expect(dueIn(active)).toBeCloseTo(19.2)
    const renewing = afterRequest(active, at(19.2))
    expect(isLive(renewing, at(20))).toBe(true)
    expect(confirmed(renewing, null, at(19.2))?.leaseEndsAt).toBe(at(19.2 + 240).toISOString())
  })

  it('keeps the lease within bounds', () => {
    expect(confirmed(requested, 1, start)?.leaseEndsAt).toBe(at(1 / 6).toISOString())
    expect(confirmed(requested, 1e12, start)?.leaseEndsAt).toBe(at(30 * 24).toISOString())
  })

  it('is confirmed and denied only when somebody has asked for it', () => {
    expect(confirmed(wanted, 60, start)).toBeNull()
    expect(confirmed(active, 60, start)).toBeNull()
    expect(afterDenial(active, start)).toBeNull()
    const refused = afterDenial(requested, start)
    expect(refused?.state).toBe('refused')
    expect(dueIn(refused)).toBe(7 * 24)
  })

  it('is tried again later each time, and does not die while its lease lasts', () => {
    let failing = afterFailure(wanted, start)
    expect(dueIn(failing)).toBeCloseTo(1 / 12)
    for (let times = 0; times < 50; times++) failing = afterFailure(failing, start)
    expect(dueIn(failing)).toBe(24)
    expect(isLive(afterFailure(afterRequest(active, at(20)), at(21)), at(21))).toBe(true)
    expect(afterFailure(afterRequest(active, at(20)), at(25)).state).toBe('wanted')
  })

  it('is broken when a poll finds what was not delivered, and tried again later', () => {
    const broken = afterMiss(afterPush(active, at(1)), at(2))
    expect(broken).toMatchObject({ state: 'broken', misses: 1, lastPushAt: at(1).toISOString() })
    expect(isLive(broken, at(2))).toBe(false)
    expect(dueIn(broken, at(2))).toBe(24)
    expect(dueIn(afterMiss(broken, at(2)), at(2))).toBe(48)
  })
})
