import type { Logger } from '@rafid/telemetry'

/**
 * Runs a task again and again, the next time a while after the last one has ended. A failure is logged and costs one
 * turn.
 *
 * @returns a function that ends it and waits for the turn that runs
 */
export function repeat(name: string, everyMs: number, task: () => Promise<void>, log: Logger): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let turn = Promise.resolve()
  const next = (): void => {
    turn = run()
  }
  const run = async (): Promise<void> => {
    await task().catch((error: unknown) => log.error({ task: name, error: String(error) }, 'task failed'))
    if (!stopped) timer = setTimeout(next, everyMs)
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await turn
  }
}
