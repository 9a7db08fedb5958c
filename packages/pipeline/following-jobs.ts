import { createHash } from 'node:crypto'
import { fetchPage } from '@rafid/contracts'
import type { PayloadOf } from '@rafid/contracts'
import type { Item } from '@rafid/operations'
import type { Envelope } from './envelope.ts'
import type { Emission } from './stage.ts'

/** A job that follows from another one, and the item that it is about. */
export type FollowingJob = Emission & { readonly item?: Item | undefined }

const idDigits = 24

/** An address is not carried twice by each job: of a longer one the item knows the beginning, with its host. */
const itemUrlCharsMax = 2_048

/**
 * The jobs that follow, about the item of the one before; where that is about none, each page to be fetched begins one.
 * Delivered again, a feed's document begins the same items.
 */
export function followingJobs(
  emissions: readonly Emission[],
  { item, traceId }: Pick<Envelope, 'item' | 'traceId'>,
): FollowingJob[] {
  if (item !== undefined) return emissions.map((emission) => ({ ...emission, item }))
  const times = new Map<string, number>()
  return emissions.map((emission) => {
    if (emission.definition.name !== fetchPage.name) return emission
    const { url, feedId } = emission.payload as PayloadOf<typeof fetchPage>
    // Entries of one feed may share an address, such as that of its front page.
    const time = (times.get(url) ?? 0) + 1
    times.set(url, time)
    const identity = [traceId, feedId ?? '', url, time].join('\n')
    const id = `i${createHash('sha256').update(identity).digest('hex').slice(0, idDigits)}`
    return { ...emission, item: { id, url: url.slice(0, itemUrlCharsMax).toWellFormed(), feedId } }
  })
}
