import { openReader } from '@rafid/search'
import type { ArticleReader } from '@rafid/search'
import { indexPath } from './index-path.ts'

/** Opens the index of the data folder, or, where there is none, that of the demo. */
export function openIndex(): ArticleReader {
  return openReader(indexPath())
}
