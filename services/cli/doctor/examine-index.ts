import { existsSync } from 'node:fs'
import { checkFile, fileState } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import type { Finding } from './finding.ts'

const restore = 'stop Rafid and put a backup in its place (rafid backup makes them)'

/**
 * Whether an index file is one that this release can use, and sound. One of another release is left alone: to open it would
 * bring it over.
 */
export function examineIndexFile(path: string): Finding[] {
  if (!existsSync(path)) return []
  try {
    const state = fileState(path)
    if (state !== 'current') return [states[state]]
    return checkFile(path).map((fault) => ({
      code: 'index.unsound',
      is: `the index is not sound: ${fault}`,
      fix: 'rafid reindex where only texts are amiss; else stop Rafid and put a backup in its place',
    }))
  } catch (error) {
    return [{ code: 'index.unsound', is: `the index ${path} cannot be opened: ${reason(error)}`, fix: restore }]
  }
}

const states: Readonly<Record<Exclude<ReturnType<typeof fileState>, 'current'>, Finding>> = {
  newer: {
    code: 'index.newer',
    is: 'the index was written by a newer release, and no service of this one can open it',
    fix: `upgrade Rafid, or ${restore}`,
  },
  older: {
    code: 'index.older',
    is: 'the index is of an older release',
    fix: 'start the indexer of this release: it brings the index over while it serves',
  },
  outdated: {
    code: 'index.outdated',
    is: 'the words of the index were analysed by another release, so that searches miss articles',
    fix: 'restart the indexer: it analyses every article again while it serves, the newest first',
  },
}

/** Whether a cluster that keeps the index answers. */
export async function examineCluster(reader: Pick<ArticleReader, 'count'>): Promise<Finding[]> {
  try {
    await reader.count()
    return []
  } catch (error) {
    return [
      {
        code: 'index.unreachable',
        is: `the cluster of the index does not answer: ${reason(error)}`,
        fix: 'start it, or set RAFID_SEARCH_URL to one that runs; without it the index is a file',
      },
    ]
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
