import { setTimeout as pause } from 'node:timers/promises'

/** Waits until something is true of the world outside; a test that never sees it runs into its own time limit. */
export async function until(isTrue: () => Promise<boolean> | boolean, everyMs = 20): Promise<void> {
  while (!(await isTrue())) await pause(everyMs)
}
