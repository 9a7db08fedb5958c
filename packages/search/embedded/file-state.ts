import { DatabaseSync } from 'node:sqlite'
import { layoutVersion } from './open-database.ts'
import { isOutdated } from './reindex.ts'

/**
 * Whether this release can use an index file as it is, without changing anything of it: `newer` and `older` tell of its
 * tables, `outdated` of the analysis that made its words.
 *
 * @throws Error of SQLite when it is no database
 */
export function fileState(path: string): 'current' | 'newer' | 'older' | 'outdated' {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version !== layoutVersion) return version > layoutVersion ? 'newer' : 'older'
    return isOutdated(database) ? 'outdated' : 'current'
  } finally {
    database.close()
  }
}
