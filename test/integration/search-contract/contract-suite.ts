import { analysisTests } from './analysis.ts'
import { aroundTests } from './around.ts'
import { clusterAndStoryTests } from './clusters-and-stories.ts'
import { highlightTests } from './highlights.ts'
import { hostileTests } from './hostile.ts'
import type { OpenIndex } from './index-under-test.ts'
import { pagingTests } from './paging.ts'
import { queryTests } from './queries.ts'
import { retentionTests } from './retention.ts'
import { writingTests } from './writing.ts'

/**
 * What every adapter of the search port has to do. How well something answers is compared as sets and places, never as
 * scores, which are each engine's own.
 */
export function contractSuite(open: OpenIndex): void {
  writingTests(open)
  analysisTests(open)
  queryTests(open)
  pagingTests(open)
  highlightTests(open)
  aroundTests(open)
  clusterAndStoryTests(open)
  retentionTests(open)
  hostileTests(open)
}
