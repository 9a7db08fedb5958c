import { join } from 'node:path'
import { ExtractionHistory, Feeds, Politeness, StoryLog, Subscriptions } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient, userAgentOf } from '@rafid/http'
import { DeadLetters, Queues } from '@rafid/pipeline'
import { openIndexReader } from '@rafid/search'
import { runService } from '@rafid/service'
import { discoverer } from './discoverer.ts'
import { gateway } from './gateway.ts'

await runService({
  name: 'gateway',
  settings: ['dataDir', 'searchUrl', 'port', 'depthMax', 'publicUrl', 'userAgent', 'proxy', 'allow', 'hostGapMs'],
  redisTimeoutMs: 2_000,
  start({ settings, home, log, metrics, onStop }) {
    const reader = openIndexReader(settings)
    onStop(() => reader.close())
    const deadLetters = new DeadLetters(home)
    onStop(() => deadLetters.close())
    const queues = new Queues(home)
    onStop(() => queues.close())
    const { proxy = null, allow, hostGapMs } = settings
    const http = createHttpClient({ userAgent: userAgentOf(settings), proxy, allow })
    onStop(() => http.close())
    const discover = discoverer({ http, politeness: new Politeness(home), hostGapMs })
    const onFailure = (error: unknown, path: string): void => {
      log.error({ path, stack: error instanceof Error ? error.stack : String(error) }, 'request failed')
    }
    const stores = {
      reader,
      feeds: new Feeds(home),
      extraction: new ExtractionHistory(home),
      stories: new StoryLog(home),
      deadLetters,
    }
    const hubs =
      settings.publicUrl === undefined
        ? null
        : {
            subscriptions: new Subscriptions(home),
            documents: new FileDocuments(join(settings.dataDir, 'documents')),
            queues,
            depthMax: settings.depthMax,
          }
    const { publicUrl } = settings
    const app = gateway({ ...stores, queues, discover, hubs, home, publicUrl, onFailure, registry: metrics.registry })
    return { site: { app, port: settings.port, portSetting: 'RAFID_PORT' } }
  },
})
