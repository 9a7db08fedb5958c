import { readFileSync, writeFileSync } from 'node:fs'
import { extractArticle } from '@rafid/articles'
import { collectGarbage } from '../collect-garbage.ts'
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

/** Has the kernel measure the peak anew. Only Linux can; elsewhere the peak is that of all pages so far. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peakMb(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const written = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
  return ((written === undefined ? process.resourceUsage().maxRSS : Number(written)) * 1024) / 1e6
}
