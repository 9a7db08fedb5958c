import { join } from 'node:path'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { openWriter } from '@rafid/search'
import { runService } from '@rafid/service'
import { indexArticleStage } from './index-article-stage.ts'
import { moveClusterStage } from './move-cluster-stage.ts'

await runService({
  name: 'indexer',
  settings: ['dataDir'],
  start({ settings, metrics, onStop }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const index = openWriter(join(settings.dataDir, 'index.db'))
    onStop(() => index.close())
    const observeLatency = (seconds: number): void => metrics.articleSeconds.observe(seconds)
    return {
      stages: [
        { stage: bind(indexArticleStage, { documents, index, observeLatency }), concurrency: 8 },
        { stage: bind(moveClusterStage, { index }), concurrency: 1 },
      ],
    }
  },
})
