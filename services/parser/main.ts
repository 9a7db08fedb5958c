import { join } from 'node:path'
import { ArticleWindow, ExtractionHistory, Feeds, SeenEntries, Subscriptions } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { runService } from '@rafid/service'
import { parseFeedStage } from './parse-feed-stage.ts'
import { parsePageStage } from './parse-page-stage.ts'
import { loadSiteOverrides } from './site-overrides.ts'
import { extractionWatch } from './watch-extraction.ts'

await runService({
  name: 'parser',
  settings: ['dataDir', 'pollMinMs', 'pollMaxMs', 'extractionOverrides', 'duplicateHours'],
  start({ settings, home, log, metrics }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const feeds = new Feeds(home)
    const limits = { minMs: settings.pollMinMs, maxMs: settings.pollMaxMs }
    const stores = { feeds, documents, seen: new SeenEntries(home), subscriptions: new Subscriptions(home) }
    const reading = { ...stores, limits, random: Math.random, log, metrics }
    const overrides = loadSiteOverrides(settings.extractionOverrides, log)
    const window = new ArticleWindow({ ...home, hours: settings.duplicateHours })
    const watch = extractionWatch({ history: new ExtractionHistory(home), log, metrics })
    return {
      stages: [
        { stage: bind(parseFeedStage, reading), concurrency: 4 },
        { stage: bind(parsePageStage, { feeds, documents, overrides, watch, window }), concurrency: 4 },
      ],
    }
  },
})
