import { join } from 'node:path'
import { Feeds, FleetHealth, Politeness } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient } from '@rafid/http'
import { bind } from '@rafid/pipeline'
import { fleetHostsMax } from '@rafid/polling'
import { runService } from '@rafid/service'
import { fetchPageStage } from './fetch-page-stage.ts'
import { pollFeedStage } from './poll-feed-stage.ts'

await runService({
  name: 'fetcher',
  settings: ['dataDir', 'userAgent', 'proxy', 'allow', 'hostGapMs', 'pollMinMs', 'pollMaxMs'],
  start({ settings, home, log, metrics, onStop }) {
    const { userAgent, proxy = null, allow, hostGapMs, pollMinMs, pollMaxMs } = settings
    const http = createHttpClient({ userAgent, proxy, allow })
    onStop(() => http.close())
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const shared = { http, documents, politeness: new Politeness(home), hostGapMs }
    const limits = { minMs: pollMinMs, maxMs: pollMaxMs }
    const fleet = new FleetHealth({ ...home, hostsMax: fleetHostsMax })
    const polling = { ...shared, feeds: new Feeds(home), fleet, limits, random: Math.random, log, metrics }
    return {
      stages: [
        { stage: bind(pollFeedStage, polling), concurrency: 20 },
        { stage: bind(fetchPageStage, shared), concurrency: 40 },
      ],
    }
  },
})
