import { join } from 'node:path'
import { Feeds, Subscriptions } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { Queues } from '@rafid/pipeline'
import { runService } from '@rafid/service'
import { followDeadLetters } from './follow-dead-letters.ts'
import { queueDueFeeds } from './queue-due-feeds.ts'
import { queueDueSubscriptions } from './queue-due-subscriptions.ts'
import { repeat } from './repeat.ts'

const lookEveryMs = 500
const renewEveryMs = 2_000
const sweepEveryMs = 3_600_000

await runService({
  name: 'scheduler',
  settings: ['dataDir', 'documentHours', 'depthMax', 'publicUrl'],
  start({ settings, home, log, onStop }) {
    const feeds = new Feeds(home)
    const queues = new Queues(home)
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    onStop(() => queues.close())
    const queueDue = async (): Promise<void> => {
      const queued = await queueDueFeeds({ feeds, queues, depthMax: settings.depthMax }, new Date())
      if (queued > 0) log.info({ queued }, 'polls queued')
    }
    const sweep = async (): Promise<void> => {
      const swept = await documents.sweep(new Date(Date.now() - settings.documentHours * 3_600_000))
      if (swept > 0) log.info({ swept }, 'old documents deleted')
    }
    onStop(repeat('queue due feeds', lookEveryMs, queueDue, log))
    const subscriptions = new Subscriptions(home)
    const renew = async (): Promise<void> => {
      const queued = await queueDueSubscriptions({ subscriptions, queues }, new Date())
      if (queued > 0) log.info({ queued }, 'requests to hubs queued')
    }
    // Without an address no hub can reach us.
    if (settings.publicUrl !== undefined) onStop(repeat('renew subscriptions', renewEveryMs, renew, log))
    onStop(repeat('sweep documents', sweepEveryMs, sweep, log))
    if (settings.traceDays > 0) onStop(followDeadLetters(home, settings.traceDays, log))
    return {}
  },
})
