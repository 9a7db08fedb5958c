import { TransientError } from '@rafid/errors'

/** One limit on the time of a whole exchange, joined with the caller's own signal. */
export type Deadline = {
  signal: AbortSignal
  /** Must be called when the exchange is over. */
  clear(): void
}

/**
 * @param callerSignal aborts the exchange with its own reason
 * @returns a signal whose reason is TransientError `net.deadline` when time ran out
 */
export function startDeadline(timeoutMs: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const timer = setTimeout(() => {
    controller.abort(new TransientError('net.deadline', `not finished within ${timeoutMs} ms`))
  }, timeoutMs)
  const onAbort = () => controller.abort(callerSignal?.reason)
  if (callerSignal?.aborted) onAbort()
  callerSignal?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer)
      callerSignal?.removeEventListener('abort', onAbort)
    },
  }
}
