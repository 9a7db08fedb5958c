import { join } from 'node:path'
import { ArticleWindow, StoryLog } from '@rafid/catalog'
import { FileDocuments } from '@rafid/documents'
import { bind } from '@rafid/pipeline'
import { runService } from '@rafid/service'
import { deduplicateArticleStage } from './deduplicate-article-stage.ts'
import { StoryShelves } from './story-shelves.ts'
import { tellStoryStage } from './tell-story-stage.ts'

await runService({
  name: 'deduplicator',
  settings: ['dataDir', 'duplicateHours'],
  start({ settings, home }) {
    const documents = new FileDocuments(join(settings.dataDir, 'documents'))
    const window = new ArticleWindow({ ...home, hours: settings.duplicateHours })
    const shelves = new StoryShelves(new StoryLog(home))
    return {
      stages: [
        { stage: bind(deduplicateArticleStage, { documents, window }), concurrency: 8 },
        { stage: bind(tellStoryStage, { documents, shelves }), concurrency: 8 },
      ],
    }
  },
})
