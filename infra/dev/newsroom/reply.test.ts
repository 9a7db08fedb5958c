import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalReply, okReply } from './reply.ts'

const reply = okReply('text/plain', 'news', new Date('2026-03-04T12:00:00.700Z'))
const etag = conditionalReply(reply, {}).headers['etag'] ?? ''

const at = (since: string): number => conditionalReply(reply, { 'if-modified-since': since }).status

describe('conditionalReply', () => {
  it('sends validators with the whole reply to a client that has nothing', () => {
    expect(conditionalReply(reply, {})).toMatchObject({
      status: 200,
      headers: { etag: expect.stringMatching(/^".+"$/), 'last-modified': 'Wed, 04 Mar 2026 12:00:00 GMT' },
    })
  })

  it('says 304 without a body to the entity tag, weak, strong or in a list', () => {
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = conditionalReply(reply, { 'if-none-match': tag })
      expect([answer.status, answer.body.length]).toEqual([304, 0])
    }
  })

  it('says 304 to the date, though dates have no fractions of a second', () => {
    expect(at('Wed, 04 Mar 2026 12:00:00 GMT')).toBe(304)
    expect(at('Wed, 04 Mar 2026 11:59:59 GMT')).toBe(200)
    expect(at('yesterday')).toBe(200)
  })

  it('heeds the entity tag before the date', () => {
    const headers = { 'if-none-match': '"older"', 'if-modified-since': 'Wed, 04 Mar 2026 12:00:00 GMT' }
    expect(conditionalReply(reply, headers).status).toBe(200)
  })

  it('leaves replies without a date of change as they are', () => {
    const plain = okReply('text/plain', 'news')
    expect(conditionalReply(plain, { 'if-none-match': '*' })).toBe(plain)
  })

  it('never throws on any header', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (tags, since) => {
        const answer = conditionalReply(reply, { 'if-none-match': tags, 'if-modified-since': since })
        expect([200, 304]).toContain(answer.status)
      }),
    )
  })
})
