import { describe, expect, inject, it } from 'vitest'
import { feedOf } from '../support/feed-answer.ts'
import { openPolledFeed } from '../support/open-polled-feed.ts'

const hour = 3_600_000

describe('a hub', () => {
  const hubLink = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example/"/>'

  it('that a feed or its headers name is to be asked', async () => {
    await using world = await openPolledFeed(inject('redisUrl'), feedOf([1], {}, hubLink))
    await world.desk.poll(world.id)
    const topic = `${world.site.url}/feed.xml`
    expect(await world.desk.subscriptions.get(world.id)).toMatchObject({
      hub: 'https://hub.example/',
      topic,
      state: 'wanted',
    })
    expect(await world.desk.subscriptions.claimDue(5)).toEqual([world.id])
    world.script.says = feedOf([1, 2], { link: '<https://other.example/>; rel=hub, <https://a.example/f>; rel=self' })
    await world.desk.poll(world.id)
    expect(await world.desk.subscriptions.get(world.id)).toMatchObject({
      hub: 'https://other.example/',
      topic: 'https://a.example/f',
    })
  })

  it('that lives lets us poll rarely, until a poll finds what it has not delivered', async () => {
    await using world = await openPolledFeed(inject('redisUrl'), feedOf([1], {}, hubLink))
    await world.desk.poll(world.id)
    const later = new Date(Date.now() + 24 * hour)
    await world.desk.subscriptions.update(
      world.id,
      (before) => before && { ...before, state: 'active', leaseEndsAt: later.toISOString() },
    )
    await world.desk.poll(world.id)
    expect((await world.desk.explain(world.id)).next?.rule).toBe('push')
    world.script.says = feedOf([1, 2], {}, hubLink)
    await world.desk.poll(world.id)
    expect((await world.desk.explain(world.id)).next?.rule).not.toBe('push')
    expect(await world.desk.subscriptions.get(world.id)).toMatchObject({
      state: 'broken',
      misses: 1,
      leaseEndsAt: null,
    })
    expect(world.desk.lines.some((line) => line.startsWith('the hub has not delivered'))).toBe(true)
  })
})
