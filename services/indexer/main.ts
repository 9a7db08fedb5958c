import { join } from 'node:path'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { openIndexWriter } from '@rafid/search'
import { runService } from '@rafid/service'
import { indexArticleStage } from './index-article-stage.ts'
import { moveClusterStage } from './move-cluster-stage.ts'
import { moveStoryStage } from './move-story-stage.ts'
import { setStoryStage } from './set-story-stage.ts'

await runService({
  name: 'indexer',
  settings: ['dataDir', 'searchUrl'],
  start({ settings, metrics, onStop }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const index = openIndexWriter(settings)
    onStop(() => index.close())
    const observeLatency = (seconds: number): void => metrics.articleSeconds.observe(seconds)
    return {
      stages: [
        { stage: bind(indexArticleStage, { documents, index, observeLatency }), concurrency: 8 },
        { stage: bind(moveClusterStage, { index }), concurrency: 1 },
        { stage: bind(setStoryStage, { index }), concurrency: 4 },
        { stage: bind(moveStoryStage, { index }), concurrency: 1 },
      ],
    }
  },
})
