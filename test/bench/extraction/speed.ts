import { setImmediate as turn } from 'node:timers/promises'
import { collectGarbage } from '../collect-garbage.ts'
import { evenlySpaced } from '../evenly-spaced.ts'
import { showProgress } from '../show-progress.ts'
import { median } from '../statistics.ts'
import type { Corpus, Page } from './corpus.ts'
import { loadPage } from './corpus.ts'
import { cpuMsOf } from './cpu-ms-of.ts'
import type { Task } from './parsers.ts'
import type { LoadedPage, Peer } from './peer.ts'
import type { PageCost } from './size-profile.ts'

/** Kept in memory for as long as the measurement takes. */
const samplePagesMax = 80
/** A worker runs for days: the compiler has seen every path before anything counts. */
const passesToWarmUp = 4
const passesCounted = 3

/** An extractor as something to be timed; what it throws costs what it costs. */
export function taskOf(peer: Peer): Task {
  return {
    name: peer.name,
    async run(page) {
      try {
        await peer.extract(page)
      } catch {
        // Counted where quality is measured; here only the time matters.
      }
    },
  }
}

/** Pages of every size in proportion, loaded. */
export function loadSample(corpus: Corpus, pages: readonly Page[]): LoadedPage[] {
  const bySize = pages.toSorted((a, b) => a.htmlBytes - b.htmlBytes)
  return evenlySpaced(bySize, samplePagesMax).map((page) => loadPage(corpus, page))
}

/** Pages per second of processor time: the median of three passes over the same pages, after four that warm up. */
export async function pagesPerCpuSecond(task: Task, sample: readonly LoadedPage[]): Promise<number> {
  const progress = showProgress(`speed: ${task.name}`, sample.length * (passesToWarmUp + passesCounted))
  const pass = async (): Promise<void> => {
    for (const page of sample) {
      await task.run(page)
      await turn()
      progress.step()
    }
  }
  // Not between the passes: a forced collection throws compiled code away with the rest.
  collectGarbage()
  for (let warm = 0; warm < passesToWarmUp; warm += 1) await pass()
  const costsMs: number[] = []
  for (let counted = 0; counted < passesCounted; counted += 1) costsMs.push(await cpuMsOf(pass))
  return (sample.length * 1000) / median(costsMs)
}

/** What every page costs by itself: the median of three runs in a row. Run after a pass that warmed up. */
export async function costOfEachPage(task: Task, corpus: Corpus, pages: readonly Page[]): Promise<PageCost[]> {
  const progress = showProgress(`speed: ${task.name} page by page`, pages.length)
  const costs: PageCost[] = []
  for (const known of pages) {
    const page = loadPage(corpus, known)
    const runsMs: number[] = []
    for (let run = 0; run < passesCounted; run += 1) runsMs.push(await cpuMsOf(() => task.run(page)))
    costs.push({ id: page.id, bytes: known.htmlBytes, cpuMs: median(runsMs) })
    progress.step()
  }
  return costs
}
