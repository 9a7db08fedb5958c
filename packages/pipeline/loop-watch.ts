import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

/** How busy the event loop of this process is. */
export type LoopState = {
  /** Since the start of the process, in milliseconds. */
  readonly loopBusyMs: number
  /** The longest that the loop was held up since the last look, in milliseconds. */
  readonly loopDelayMs: number
}

/** In milliseconds; a shorter delay is the timer's own. */
const resolutionMs = 20

/** Starts to watch the event loop; each look begins a new span. */
export function watchLoop(): () => LoopState {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  delays.enable()
  return () => {
    const loopDelayMs = Math.max(0, Math.round(delays.max / 1e6) - resolutionMs)
    delays.reset()
    return { loopBusyMs: Math.round(performance.eventLoopUtilization().active), loopDelayMs }
  }
}
