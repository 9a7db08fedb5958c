import { join } from 'node:path'
import {
  ExtractionHistory,
  Feeds,
  ItemTrace,
  MatchFollower,
  Politeness,
  SavedSearches,
  SearchMatches,
  StoryLog,
  Subscriptions,
} from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient, userAgentOf } from '@rafid/http'
import { queueNames } from '@rafid/contracts'
import { DeadLetters, Queues, Watch } from '@rafid/pipeline'
import { openIndexReader } from '@rafid/search'
import { runService } from '@rafid/service'
import { discoverer } from './discoverer.ts'
import { gateway } from './gateway.ts'

await runService({
  name: 'gateway',
  settings: [
    'dataDir',
    'searchUrl',
    'port',
    'depthMax',
    'publicUrl',
    'userAgent',
    'proxy',
    'allow',
    'hostGapMs',
    'openReading',
  ],
  redisTimeoutMs: 2_000,
  start({ settings, home, log, metrics, onStop }) {
    const reader = openIndexReader(settings)
    onStop(() => reader.close())
    const trace = new ItemTrace({ ...home, days: settings.traceDays })
    const deadLetters = new DeadLetters(home, trace)
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
    const follower = new MatchFollower(home)
    onStop(() => follower.close())
    const stores = {
      reader,
      searches: new SavedSearches(home),
      matches: new SearchMatches(home),
      follower,
      feeds: new Feeds(home),
      extraction: new ExtractionHistory(home),
      stories: new StoryLog(home),
      trace,
      deadLetters,
    }
    const watch = new Watch({ ...home, queues: queueNames, feedOverdueMs: () => stores.feeds.overdueMs() })
    watch.start((error) => log.warn({ error: String(error) }, 'could not look at the pipeline'))
    onStop(() => watch.stop())
    const hubs =
      settings.publicUrl === undefined
        ? null
        : {
            subscriptions: new Subscriptions(home),
            documents: new FileDocuments(join(settings.dataDir, 'documents')),
            queues,
            depthMax: settings.depthMax,
          }
    const { publicUrl, token, openReading } = settings
    const access = { token, isReadingOpen: openReading }
    const app = gateway({
      ...stores,
      queues,
      discover,
      hubs,
      home,
      publicUrl,
      access,
      onFailure,
      registry: metrics.registry,
    })
    return { site: { app, port: settings.port, portSetting: 'RAFID_PORT' } }
  },
})
