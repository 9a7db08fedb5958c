import { ItemTrace } from '@rafid/catalog'
import { DeadLetters, traceDeadLetters } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'
import type { Logger } from '@rafid/telemetry'
import { repeat } from './repeat.ts'

const everyMs = 2_000

/** Workers write down when a job has died by clocks of their own; those may differ by so much, in milliseconds. */
const clocksDifferMs = 60_000

const dayMs = 86_400_000

/**
 * Has the items of dead letters be dead where no worker could tell of it.
 *
 * @param days how long items are kept
 * @returns a function that ends it
 */
export function followDeadLetters(home: QueueHome, days: number, log: Logger): () => Promise<void> {
  const deadLetters = new DeadLetters(home)
  const tracer = new ItemTrace({ ...home, days })
  let since = new Date(Date.now() - days * dayMs)
  const look = async (): Promise<void> => {
    const next = new Date(Date.now() - clocksDifferMs)
    await traceDeadLetters({ deadLetters, tracer }, since)
    since = next
  }
  const end = repeat('trace dead letters', everyMs, look, log)
  return async () => {
    await end()
    await deadLetters.close()
  }
}
