import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings } from '@rafid/config'
import { indexFile } from '@rafid/search'

/** The index of the data folder, or, where there is none, that of the demo. */
export function indexPath(): string {
  const { dataDir } = loadSettings(['dataDir'], process.env)
  const own = join(dataDir, indexFile)
  const demo = join(dataDir, '../demo', indexFile)
  return !existsSync(own) && existsSync(demo) ? demo : own
}
