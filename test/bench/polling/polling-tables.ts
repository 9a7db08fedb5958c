import { textTable } from '../text-table.ts'
import type { ScaleOfFeeds } from './measure-scale.ts'
import type { PollQuality } from './simulate-polls.ts'

/** A line per policy. */
export function qualityTable(quality: Readonly<Record<string, PollQuality>>): string {
  const rows = Object.entries(quality).map(([name, { pollsPerDay, hitShare, delayMinutes, missed }]) => [
    name,
    pollsPerDay.toFixed(1),
    `${(hitShare * 100).toFixed(1)} %`,
    delayMinutes.median.toFixed(1),
    delayMinutes.p90.toFixed(1),
    delayMinutes.mean.toFixed(1),
    String(missed),
  ])
  return textTable(['policy', 'polls/day', 'found', 'median min', 'p90 min', 'mean min', 'missed'], rows)
}

/** A line per number of feeds and of feeds due. */
export function scaleTable(scale: readonly ScaleOfFeeds[]): string {
  const rows = scale.flatMap(({ feeds, bytesPerFeed, startMs, ticks }) =>
    ticks.map(({ due, schedulerCpuMs, redisCpuMs, queued }, index) => [
      index === 0 ? feeds.toLocaleString('en') : '',
      index === 0 ? String(Math.round(bytesPerFeed)) : '',
      index === 0 ? startMs.toFixed(1) : '',
      String(due),
      String(queued),
      schedulerCpuMs.toFixed(2),
      redisCpuMs.toFixed(2),
    ]),
  )
  return textTable(['feeds', 'bytes/feed', 'start ms', 'due', 'queued', 'scheduler CPU ms', 'Redis CPU ms'], rows)
}
