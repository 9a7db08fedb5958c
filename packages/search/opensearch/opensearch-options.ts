import type { ClusterOptions } from './cluster.ts'

export type OpenSearchOptions = ClusterOptions & {
  /** Begins the name of every index, so that installations can share a cluster: lower case letters, digits, dashes. */
  readonly name: string
}
