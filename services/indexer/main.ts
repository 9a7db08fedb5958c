import { join } from 'node:path'
import { SavedSearches, SearchMatches } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { countDuration } from '@rafid/operations'
import { bind, Queues } from '@rafid/pipeline'
import { openIndexWriter } from '@rafid/search'
import { runService } from '@rafid/service'
import { indexArticleStage } from './index-article-stage.ts'
import { moveClusterStage } from './move-cluster-stage.ts'
import { moveStoryStage } from './move-story-stage.ts'
import { retainArticles } from './retain-articles.ts'
import { SearchAlerts } from './search-alerts.ts'
import { setStoryStage } from './set-story-stage.ts'

await runService({
  name: 'indexer',
  settings: ['dataDir', 'searchUrl', 'keepDays', 'keepArticles'],
  start({ settings, home, log, metrics, onStop }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const index = openIndexWriter(settings)
    onStop(() => index.close())
    onStop(retainArticles(index, settings, log))
    const queues = new Queues(home)
    onStop(() => queues.close())
    const alerts = new SearchAlerts({
      searches: new SavedSearches(home),
      matches: new SearchMatches(home),
      queues,
      clock: () => new Date(),
    })
    const searchable: number[] = []
    const observePublished = (ms: number): void => {
      countDuration(searchable, ms)
      metrics.publishedSeconds.observe(ms / 1000)
    }
    const observeLatency = (seconds: number): void => metrics.articleSeconds.observe(seconds)
    return {
      searchable: () => searchable,
      stages: [
        {
          stage: bind(indexArticleStage, { documents, index, alerts, observeLatency, observePublished }),
          concurrency: 32,
        },
        { stage: bind(moveClusterStage, { index }), concurrency: 1 },
        { stage: bind(setStoryStage, { index }), concurrency: 4 },
        { stage: bind(moveStoryStage, { index }), concurrency: 1 },
      ],
    }
  },
})
