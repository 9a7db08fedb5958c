import { Queues } from '@rafid/pipeline'
import type { QueueHome } from '@rafid/pipeline'

/** Opens the queues for some work and closes them afterwards. */
export async function withQueues(home: QueueHome, work: (queues: Queues) => Promise<void>): Promise<void> {
  const queues = new Queues(home)
  try {
    await work(queues)
  } finally {
    await queues.close()
  }
}
