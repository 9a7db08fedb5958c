import { setImmediate as turn } from 'node:timers/promises'
import { collectGarbage } from '../collect-garbage.ts'
import { showProgress } from '../show-progress.ts'
import { median } from '../statistics.ts'
import type { LoadedFeed, Peer } from './peer.ts'

/** A worker runs for days: the compiler has seen every path before anything counts. */
const passesToWarmUp = 12
const passesCounted = 7

/** Megabytes of feeds per second of processor time on every thread: the median of seven passes. */
export async function mbPerCpuSecond(peer: Peer, feeds: readonly LoadedFeed[]): Promise<number> {
  const progress = showProgress(`speed: ${peer.name}`, passesToWarmUp + passesCounted)
  const megabytes = feeds.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
  const pass = async (): Promise<number> => {
    const before = process.cpuUsage()
    for (const feed of feeds) await readQuietly(peer, feed)
    const { user, system } = process.cpuUsage(before)
    progress.step()
    return (user + system) / 1e6
  }
  collectGarbage()
  for (let warm = 0; warm < passesToWarmUp; warm += 1) await pass()
  const seconds: number[] = []
  for (let counted = 0; counted < passesCounted; counted += 1) {
    await turn()
    seconds.push(await pass())
  }
  return megabytes / median(seconds)
}

/** What a reader throws costs what it costs; it is counted where quality is measured. */
async function readQuietly(peer: Peer, feed: LoadedFeed): Promise<void> {
  try {
    await peer.read(feed)
  } catch {
    // Only the time matters here.
  }
}
