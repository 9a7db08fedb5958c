import { join } from 'node:path'
import { Feeds, Politeness } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient } from '@rafid/http'
import { bind } from '@rafid/pipeline'
import { runService } from '@rafid/service'
import { fetchPageStage } from './fetch-page-stage.ts'
import { pollFeedStage } from './poll-feed-stage.ts'

await runService({
  name: 'fetcher',
  settings: ['dataDir', 'userAgent', 'proxy', 'allow', 'hostGapMs', 'pollMinMs', 'pollMaxMs'],
  start({ settings, home, onStop }) {
    const { userAgent, proxy = null, allow, hostGapMs, pollMinMs, pollMaxMs } = settings
    const http = createHttpClient({ userAgent, proxy, allow })
    onStop(() => http.close())
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const shared = { http, documents, politeness: new Politeness(home), hostGapMs }
    const limits = { minMs: pollMinMs, maxMs: pollMaxMs }
    const polling = { ...shared, feeds: new Feeds(home), limits, random: Math.random }
    return {
      stages: [
        { stage: bind(pollFeedStage, polling), concurrency: 20 },
        { stage: bind(fetchPageStage, shared), concurrency: 40 },
      ],
    }
  },
})
