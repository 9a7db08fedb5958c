/** What decided when a feed is polled next. */
export type PollRule =
  /** Not polled yet. */
  | 'new'
  | 'rhythm'
  /** Everything that the feed shows was new: more may have been missed. */
  | 'overflow'
  | 'floor'
  | 'ceiling'
  | 'ttl'
  /** `Cache-Control: max-age` or `Expires`. */
  | 'fresh'
  /** `sy:updatePeriod` and its kin. */
  | 'update-period'
  /** `skipHours`, `skipDays`. */
  | 'skip'
  | 'retry-after'
  | 'errors'
  /** Our own network is to blame. */
  | 'outage'
  /** A hub tells us of news. */
  | 'push'
  /** The operator has set an interval of the feed's own. */
  | 'operator'
