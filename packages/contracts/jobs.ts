import type { JobDefinition } from './define-job.ts'
import { deduplicateArticle } from './jobs/deduplicate-article.ts'
import { deliverAlert } from './jobs/deliver-alert.ts'
import { fetchPage } from './jobs/fetch-page.ts'
import { indexArticle } from './jobs/index-article.ts'
import { moveCluster } from './jobs/move-cluster.ts'
import { moveStory } from './jobs/move-story.ts'
import { parseFeed } from './jobs/parse-feed.ts'
import { parsePage } from './jobs/parse-page.ts'
import { pollFeed } from './jobs/poll-feed.ts'
import { setStory } from './jobs/set-story.ts'
import { subscribeFeed } from './jobs/subscribe-feed.ts'
import { tellStory } from './jobs/tell-story.ts'

/** Every kind of job, in the order in which an article passes them. */
export const jobs: readonly JobDefinition[] = [
  subscribeFeed,
  pollFeed,
  parseFeed,
  fetchPage,
  parsePage,
  deduplicateArticle,
  indexArticle,
  moveCluster,
  tellStory,
  setStory,
  moveStory,
  deliverAlert,
]

/** The names of all queues, in the order in which an article passes them. */
export const queueNames: readonly string[] = jobs.map((job) => job.name)
