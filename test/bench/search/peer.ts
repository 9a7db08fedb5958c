/** An article as the folder of queries holds it. */
export type Doc = {
  readonly id: string
  readonly lang: string
  readonly src: string
  readonly title: string
  readonly body: string
}

export type AskedQuery = { readonly id: string; readonly lang: string; readonly text: string }

/** A way to search, ours or another. */
export type Peer = {
  readonly name: string
  /** @param folder an empty one, for what it keeps on disk */
  open(folder: string): Promise<Engine>
}

export type Engine = {
  /** What was added is found from now on. */
  add(docs: readonly Doc[]): Promise<void>
  /** Ids of documents of the query's language, the best first. */
  find(query: AskedQuery, limit: number): Promise<readonly string[]>
  /** Bytes on disk, or null for an engine that keeps nothing there. */
  bytes(): number | null
  close(): Promise<void>
}
