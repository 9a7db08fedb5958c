import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings } from '@rafid/config'
import { indexFile, openIndexReader } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'

/** Opens the index of the settings; where the data folder holds none, that of the demo. */
export function openIndex(): ArticleReader {
  const settings = loadSettings(['dataDir', 'searchUrl', 'prefix'], process.env)
  const { dataDir } = settings
  const folders = [dataDir, join(dataDir, '../demo')]
  const found = folders.find((folder) => existsSync(join(folder, indexFile))) ?? dataDir
  return openIndexReader({ ...settings, dataDir: found })
}
