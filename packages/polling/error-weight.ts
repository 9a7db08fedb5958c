/** What a failed poll says of the feed. */
export type FailureKind =
  /** The way to it: names, connections, certificates, time. It may be our own. */
  | 'network'
  /** Its server, for the time being. */
  | 'server'
  /** An answer that is no feed, such as a maintenance page. */
  | 'content'
  /** An answer that means it: 404, 403, an address that nobody may fetch. */
  | 'refused'

/** How much a failure of a kind counts: what may mend itself counts little. */
const weights: Readonly<Record<FailureKind, number>> = { network: 0.25, server: 0.5, content: 0.5, refused: 1 }

/** A feed that fails is still tried this often: none is ever given up. */
const failedMaxMs = 24 * 3_600_000

/** Beyond it every weight waits as long as can be. */
const weightMax = 20

/**
 * The kind of a failure.
 *
 * @param code such as `net.dns`
 * @param permanent whether trying the same again at once could not help
 */
export function failureKind(code: string, permanent: boolean): FailureKind {
  if (code.startsWith('feed.') || code.startsWith('xml.') || code.startsWith('content.')) return 'content'
  if (code.startsWith('net.')) return permanent ? 'refused' : 'network'
  if (code === 'body.truncated') return 'network'
  return permanent ? 'refused' : 'server'
}

/** The weight after one more failure. */
export function heavier(weight: number, kind: FailureKind): number {
  return Math.min(weight + weights[kind], weightMax)
}

/**
 * How long a failing feed is left alone: twice the floor, doubled with every unit of weight, up to a day.
 *
 * @param limits.minMs the floor
 * @param limits.maxMs the ceiling of feeds that work; a failing one may wait longer
 * @returns milliseconds, never fewer for a greater weight
 */
export function backoffMs(weight: number, { minMs, maxMs }: { minMs: number; maxMs: number }): number {
  const waitMs = 2 * minMs * 2 ** Math.min(weight, weightMax)
  return Math.min(Math.max(waitMs, minMs), Math.max(failedMaxMs, maxMs))
}
