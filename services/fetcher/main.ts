import { join } from 'node:path'
import {
  Feeds,
  FleetHealth,
  Politeness,
  RobotsFiles,
  SavedSearches,
  SearchMatches,
  Subscriptions,
} from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { createHttpClient, traceHttpClient, userAgentOf } from '@rafid/http'
import { bind } from '@rafid/pipeline'
import { fleetHostsMax } from '@rafid/polling'
import { productTokenOf } from '@rafid/robots'
import { runService } from '@rafid/service'
import { deliverAlertStage } from './deliver-alert-stage.ts'
import { fetchPageStage } from './fetch-page-stage.ts'
import { pollFeedStage } from './poll-feed-stage.ts'
import { subscribeFeedStage } from './subscribe-feed-stage.ts'

await runService({
  name: 'fetcher',
  settings: ['dataDir', 'userAgent', 'publicUrl', 'proxy', 'allow', 'hostGapMs', 'pollMinMs', 'pollMaxMs'],
  start({ settings, home, log, metrics, tracer, onStop }) {
    const { proxy = null, allow, hostGapMs, pollMinMs, pollMaxMs } = settings
    const userAgent = userAgentOf(settings)
    if (!userAgent.includes('://')) log.warn({ userAgent }, 'publishers cannot reach you: set RAFID_PUBLIC_URL')
    const http = traceHttpClient(createHttpClient({ userAgent, proxy, allow }), tracer)
    onStop(() => http.close())
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const subscriptions = new Subscriptions(home)
    const shared = { http, documents, politeness: new Politeness(home), hostGapMs }
    const limits = { minMs: pollMinMs, maxMs: pollMaxMs }
    const hubs = {
      ...shared,
      subscriptions,
      feeds: new Feeds(home),
      publicUrl: settings.publicUrl,
    }
    const alerts = { ...shared, searches: new SavedSearches(home), matches: new SearchMatches(home) }
    const pages = { ...shared, robots: new RobotsFiles(home), productToken: productTokenOf(userAgent) }
    const fleet = new FleetHealth({ ...home, hostsMax: fleetHostsMax })
    const polling = {
      ...shared,
      subscriptions,
      feeds: new Feeds(home),
      fleet,
      limits,
      random: Math.random,
      log,
      metrics,
    }
    return {
      stages: [
        { stage: bind(pollFeedStage, polling), concurrency: 20 },
        { stage: bind(fetchPageStage, pages), concurrency: 40 },
        { stage: bind(subscribeFeedStage, hubs), concurrency: 4 },
        { stage: bind(deliverAlertStage, alerts), concurrency: 8 },
      ],
    }
  },
})
