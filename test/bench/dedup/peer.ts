/** One article as the sets hold it. */
export type Doc = {
  readonly id: string
  /** Unix time in milliseconds. */
  readonly ts: number
  readonly source: string
  readonly lang: string
  readonly title: string
  readonly body: string
}

/** What a method says of one article. */
export type Placed = {
  readonly id: string
  /** An earlier article of the same text. */
  readonly duplicateOf: string | null
  /** The story, for methods that tell stories. */
  readonly clusterId?: string
}

/** A method that is given the articles of a set in their order. */
export type Peer = {
  readonly name: string
  /** Starts with nothing known. */
  place(docs: readonly Doc[], step: () => void): Placed[]
  /** Adds the stories, for methods that tell any; timed apart. */
  tell?(docs: readonly Doc[], placed: readonly Placed[]): Placed[]
}
