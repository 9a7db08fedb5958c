/** A line at most this often: a slow peer is seen to move, a fast one does not flood a log. */
const intervalMs = 5000

/** Tells on stderr how far a loop has come: `readability-jsdom 120/1818`. */
export function showProgress(label: string, total: number): { step(): void } {
  const startedMs = performance.now()
  let toldMs = startedMs
  let done = 0
  return {
    step() {
      done += 1
      const nowMs = performance.now()
      if (done < total && nowMs - toldMs < intervalMs) return
      toldMs = nowMs
      process.stderr.write(`${label} ${done}/${total} (${Math.round((nowMs - startedMs) / 1000)} s)\n`)
    },
  }
}
