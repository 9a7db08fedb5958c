/** A feed as every reader gets it. */
export type LoadedFeed = {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Where it came from; null where the data does not say. */
  readonly url: string | null
}

export type ModelFile = { url: string; type: string | null; length: number | string | null }

/** What a reader made of a feed, in the words of the scorer. */
export type Model = {
  readonly format: string | null
  readonly encoding: string | null
  readonly feed: Readonly<Record<string, unknown>>
  readonly entries: readonly Readonly<Record<string, unknown>>[]
}

/** A reader under comparison. */
export type Peer = {
  readonly name: string
  /** Bytes to the library's own result: this is what is timed. Throws what the library throws. */
  read(feed: LoadedFeed): unknown
  /** The library's result in the words of the scorer; never timed. */
  modelOf(result: unknown, feed: LoadedFeed): Model
}
