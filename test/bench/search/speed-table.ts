import { textTable } from '../text-table.ts'
import type { Latency, Speed } from './speed.ts'

/** What each size of index costs, and how long each kind of query takes: p50 / p95 in milliseconds. */
export function speedTable(sizes: readonly Speed[]): string {
  return sizes.map((speed) => `${heading(speed)}\n${table(speed)}${hostileLine(speed)}`).join('\n\n')
}

function heading({ articles, docsPerSecond, bytesPerDoc, written }: Speed): string {
  return `${articles.toLocaleString('en')} articles: ${docsPerSecond} indexed a CPU-second, ${bytesPerDoc} bytes each; written beside readers: ${written.join(' and ')} a second`
}

function hostileLine({ hostile }: Speed): string {
  if (hostile === null) return ''
  const { asked, p50Ms, p95Ms, worstMs, worst } = hostile
  const times = `p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)}, worst ${worstMs.toFixed(1)} ms`
  return `\n${asked.toLocaleString('en')} hostile queries with facets and another spelling: ${times} (${JSON.stringify(worst.slice(0, 80))})`
}

function table({ alone, whileWriting, eightWhileWriting }: Speed): string {
  const cell = (latency: Latency | undefined): string =>
    latency === undefined ? '' : `${latency.p50Ms.toFixed(1)} / ${latency.p95Ms.toFixed(1)}`
  return textTable(
    ['p50 / p95 ms', 'one reader', 'one, writing', 'eight, writing'],
    Object.keys(alone).map((kind) => [
      kind,
      cell(alone[kind]),
      cell(whileWriting[kind]),
      cell(eightWhileWriting[kind]),
    ]),
  )
}
