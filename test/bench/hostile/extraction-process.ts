import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { pageCost, type PageCost } from './page-cost.ts'

const childPath = new URL(import.meta.resolve('./extract-hostile-page.ts'))
/** Generous: what a page takes is measured, and a process that ends tells less. */
const heapMbMax = 4_096
const pageMsMax = 20_000

/** Extracts hostile pages in another process, which is replaced when a page breaks it. */
export class ExtractionProcess {
  #child: ChildProcess | null = null

  /** What a page costs, or what became of the process. */
  async costOf(name: string): Promise<PageCost | string> {
    const child = await this.#start()
    const answer = await answerOf(child, name)
    if (typeof answer === 'string') this.stop()
    return answer
  }

  /** The next page is extracted in a new process. */
  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  async #start(): Promise<ChildProcess> {
    if (this.#child !== null) return this.#child
    const child = fork(childPath, { execArgv: [`--max-old-space-size=${heapMbMax}`] })
    this.#child = child
    await once(child, 'message')
    return child
  }
}

async function answerOf(child: ChildProcess, name: string): Promise<PageCost | string> {
  const settled = new AbortController()
  const { signal } = settled
  try {
    const ended = once(child, 'exit', { signal }).then(([code, killer]) => `the process ended: ${code ?? killer}`)
    const late = once(AbortSignal.timeout(pageMsMax), 'abort', { signal }).then(() => `not done after ${pageMsMax} ms`)
    const answered = once(child, 'message', { signal }).then(([message]) => pageCost.parse(message))
    child.send(name)
    const quiet = [ended, late, answered].map((one) => one.catch((error: unknown) => String(error)))
    return await Promise.race(quiet)
  } finally {
    settled.abort()
  }
}
