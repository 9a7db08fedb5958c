import { readFileSync, writeFileSync } from 'node:fs'

/** Has the kernel measure the peak anew. Only Linux can; elsewhere the peak is that of all pages so far. */
export function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

/** The largest this process was since then, in megabytes of a million bytes. */
export function peakMb(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const written = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
  return ((written === undefined ? process.resourceUsage().maxRSS : Number(written)) * 1024) / 1e6
}
