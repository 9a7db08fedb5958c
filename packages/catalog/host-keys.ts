/** A host that nobody asks for so long is forgotten, with its speed and its errors, in milliseconds. */
export const hostKeptMs = 24 * 3_600_000

/** So many hosts are told of, those asked last. What politeness needs of the others is kept all the same. */
export const hostsListedMax = 20_000

/** So many of the last errors of a host are kept. */
export const hostErrorsMax = 5

/** Where the hosts that are asked are kept in Redis. */
export function hostKeys(prefix: string): {
  /** Of one host: its line, its speed, how its requests went. */
  state(host: string): string
  errors(host: string): string
  /** All hosts by when they were asked last. */
  readonly asked: string
  /** Those that limit us, by when that ends. */
  readonly limited: string
} {
  return {
    state: (host) => `${prefix}:host:${host}`,
    errors: (host) => `${prefix}:hosts:errors:${host}`,
    asked: `${prefix}:hosts:asked`,
    limited: `${prefix}:hosts:limited`,
  }
}
