import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings } from '@rafid/config'

/** The index of the data folder, or, where there is none, that of the demo. */
export function indexPath(): string {
  const { dataDir } = loadSettings(['dataDir'], process.env)
  const own = join(dataDir, 'index.db')
  const demo = join(dataDir, '../demo/index.db')
  return !existsSync(own) && existsSync(demo) ? demo : own
}
