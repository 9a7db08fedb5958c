import { extractArticle } from '@rafid/articles'
import { collectGarbage } from '../collect-garbage.ts'
import { forgetPeak, peakMb } from '../peak-memory.ts'
import { hostilePages } from './hostile-pages.ts'
import type { PageCost } from './page-cost.ts'
import { samplePage } from './sample-page.ts'

/** The child of the hostile benchmark: extracts the pages whose names it is sent, and answers with what each cost. */

const url = 'https://news.example/harbour/1'
const warmUpRuns = 50

for (let run = 0; run < warmUpRuns; run += 1) extractArticle(samplePage, { url })
collectGarbage()
const atRestMb = process.memoryUsage.rss() / 1e6

process.on('message', (name) => {
  const html = hostilePages.find(([known]) => known === name)?.[1](1)
  if (html === undefined) throw new Error(`there is no hostile page ${String(name)}`)
  process.send?.(costOf(html))
})
process.send?.('ready')

function costOf(html: string): PageCost {
  collectGarbage()
  forgetPeak()
  const before = process.cpuUsage()
  let textChars = 0
  let error: string | null = null
  try {
    textChars = extractArticle(html, { url }).text.length
  } catch (thrown) {
    error = String(thrown)
  }
  const { user, system } = process.cpuUsage(before)
  const memoryMb = Math.max(0, peakMb() - atRestMb)
  return { chars: html.length, textChars, cpuMs: (user + system) / 1000, memoryMb, error }
}
