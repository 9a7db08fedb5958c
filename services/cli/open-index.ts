import { dirname } from 'node:path'
import { loadSettings } from '@rafid/config'
import { openIndexReader } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { indexPath } from './index-path.ts'

/** Opens the index of the settings; where the data folder holds none, that of the demo. */
export function openIndex(): ArticleReader {
  const settings = loadSettings(['searchUrl', 'prefix'], process.env)
  return openIndexReader({ ...settings, dataDir: dirname(indexPath()) })
}
