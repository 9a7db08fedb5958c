import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings } from '@rafid/config'
import { openReader } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'

/** Opens the index of the data folder, or, where there is none, that of the demo. */
export function openIndex(): ArticleReader {
  const { dataDir } = loadSettings(['dataDir'], process.env)
  const path = [dataDir, join(dataDir, '../demo')]
    .map((folder) => join(folder, 'index.db'))
    .find((file) => existsSync(file))
  return openReader(path ?? join(dataDir, 'index.db'))
}
