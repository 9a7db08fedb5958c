import { Feeds } from '@rafid/catalog'
import type { House } from '../../support/start-house.ts'
import { until } from '../../support/until.ts'

const pageMax = 1_000

/** Resolves once every feed was read or has failed, and no queue holds a job. */
export async function allDone(house: House): Promise<void> {
  await house.withRedis(async (home) => {
    const feeds = new Feeds(home)
    const count = await feeds.count()
    for (let from = 0; from < count; from += pageMax) {
      await until(async () => (await feeds.list(pageMax, from)).every(({ lastPollAt }) => lastPollAt !== null), 200)
    }
  })
  await house.quiet()
}
