import { join } from 'node:path'
import { Feeds, SeenEntries } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { runService } from '@rafid/service'
import { parseFeedStage } from './parse-feed-stage.ts'
import { parsePageStage } from './parse-page-stage.ts'

await runService({
  name: 'parser',
  settings: ['dataDir', 'pollMinMs', 'pollMaxMs'],
  start({ settings, home }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const feeds = new Feeds(home)
    const limits = { minMs: settings.pollMinMs, maxMs: settings.pollMaxMs }
    const reading = { feeds, documents, seen: new SeenEntries(home), limits, random: Math.random }
    return {
      stages: [
        { stage: bind(parseFeedStage, reading), concurrency: 4 },
        { stage: bind(parsePageStage, { feeds, documents }), concurrency: 4 },
      ],
    }
  },
})
