/** A benchmark: what the command line calls by its name. */
export type Bench = {
  readonly usage: string
  /** @throws UsageError for unknown options, ConfigError when the data is not there */
  run(args: readonly string[]): Promise<void>
}
