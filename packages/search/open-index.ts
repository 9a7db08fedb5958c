import { join } from 'node:path'
import type { ArticleReader, ArticleWriter } from './article-index.ts'
import { openReader } from './embedded/sqlite-reader.ts'
import { openWriter } from './embedded/sqlite-writer.ts'
import type { OpenSearchOptions } from './opensearch/opensearch-options.ts'
import { openOpenSearchReader } from './opensearch/opensearch-reader.ts'
import { openOpenSearchWriter } from './opensearch/opensearch-writer.ts'

/** What tells where the index is, as the settings have it. */
export type IndexPlace = {
  /** Folder of the embedded index. */
  readonly dataDir: string
  /** An OpenSearch cluster in its place. */
  readonly searchUrl?: string | undefined
  /** Begins the keys of this installation in Redis; in a cluster it tells its indices from those of others. */
  readonly prefix: string
}

/** The file of the embedded index in its folder. */
export const indexFile = 'index.db'

/**
 * Opens the index of this installation for reading: the embedded one, unless a cluster is named.
 *
 * @throws ConfigError when the embedded one cannot be opened
 */
export function openIndexReader(place: IndexPlace): ArticleReader {
  const cluster = clusterOf(place)
  return cluster === null ? openReader(join(place.dataDir, indexFile)) : openOpenSearchReader(cluster)
}

/**
 * Opens the index of this installation for writing.
 *
 * @throws ConfigError when the embedded one cannot be opened
 */
export function openIndexWriter(place: IndexPlace): ArticleWriter {
  const cluster = clusterOf(place)
  return cluster === null ? openWriter(join(place.dataDir, indexFile)) : openOpenSearchWriter(cluster)
}

const ownName = 'rafid'

function clusterOf({ searchUrl, prefix }: IndexPlace): OpenSearchOptions | null {
  if (searchUrl === undefined) return null
  const name = prefix.replaceAll(/[{}]/g, '')
  // A name of an index may not begin with a dash, nor with what some other program's indices begin with.
  return { url: searchUrl, name: name === ownName ? name : `${ownName}-${name}` }
}
