/** What one exchange may cost us. Everything a stranger's server could stretch has a number here. */
export type HttpLimits = {
  /** Name resolution alone; it also counts towards `connectTimeoutMs`. */
  dnsTimeoutMs: number
  connectTimeoutMs: number
  /** From the call of `get` to the last byte, all redirects included. An idle timer would never fire on a slow drip. */
  totalTimeoutMs: number
  headerBytesMax: number
  /** Body as sent. */
  wireBytesMax: number
  /** Body after every decoding step. */
  decodedBytesMax: number
  /** Decoded bytes for one byte sent, enforced once `ratioFloorBytes` have been decoded. */
  ratioMax: number
  ratioFloorBytes: number
  encodingsMax: number
  redirectsMax: number
  /** Of the body of a redirect or an error, read only so that its socket can be used again. */
  unusedBodyBytesMax: number
  addressesMax: number
  connectionsPerOriginMax: number
  keepAliveTimeoutMs: number
}

export const defaultLimits: HttpLimits = {
  dnsTimeoutMs: 3_000,
  connectTimeoutMs: 5_000,
  totalTimeoutMs: 30_000,
  headerBytesMax: 32_768,
  wireBytesMax: 8 * 1024 * 1024,
  decodedBytesMax: 16 * 1024 * 1024,
  ratioMax: 100,
  ratioFloorBytes: 1024 * 1024,
  encodingsMax: 2,
  redirectsMax: 5,
  unusedBodyBytesMax: 64 * 1024,
  addressesMax: 8,
  connectionsPerOriginMax: 4,
  keepAliveTimeoutMs: 4_000,
}
