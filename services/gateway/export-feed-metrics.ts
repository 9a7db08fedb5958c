import type { Feeds } from '@rafid/catalog'
import { Gauge } from 'prom-client'
import type { Registry } from 'prom-client'

/** Adds how many feeds there are, and how many of them are silent, to the metrics, read when they are asked for. */
export function exportFeedMetrics(registry: Registry, feeds: Pick<Feeds, 'count' | 'countSilent'>): void {
  const registers = [registry]
  const all = new Gauge({ name: 'rafid_feeds', help: 'Feeds of the catalog', registers })
  const silent = new Gauge({
    name: 'rafid_feeds_silent',
    help: 'Feeds that bring nothing although their rhythm would have it',
    registers,
    async collect() {
      const [count, countSilent] = await Promise.all([feeds.count(), feeds.countSilent()])
      all.set(count)
      silent.set(countSilent)
    },
  })
}
