/** Feeds as lists name them. */
export type ListedFeed = { url: string; title: string | null; siteUrl: string | null; category: string | null }

export type FeedList = {
  title: string | null
  feeds: ListedFeed[]
  /** What could not be taken, one sentence each, at most `problemsMax`. */
  problems: string[]
}

export const feedsMax = 50_000
export const problemsMax = 100
