import { Clusters } from './clusters.ts'
import type { Doc, Placed } from './peer.ts'

/** A method of signatures: bands find candidates, agreement decides. */
export type Signatures = {
  sign(text: string): ArrayLike<number>
  readonly bandRows: number
  /** Share of equal values from which two articles are copies. */
  readonly threshold: number
}

/** Newest members of a band that are looked at. */
const bandMembersMax = 64

/** Places articles by signatures in bands, as datasketch's MinHashLSH does. */
export function placeByBands(
  docs: readonly Doc[],
  { sign, bandRows, threshold }: Signatures,
  step: () => void,
): Placed[] {
  const clusters = new Clusters()
  const signatures: ArrayLike<number>[] = []
  const bands = new Map<string, number[]>()
  for (const { body } of docs) {
    const signature = sign(body)
    const own = clusters.add()
    const keys = bandsOf(signature, bandRows)
    const candidates = new Set(keys.flatMap((key) => (bands.get(key) ?? []).slice(-bandMembersMax)))
    let best = { at: -1, share: threshold }
    for (const at of candidates) {
      const share = agreement(signature, signatures[at] ?? [])
      if (share >= best.share) best = { at, share }
    }
    if (best.at >= 0) clusters.join(own, best.at)
    signatures.push(signature)
    for (const key of keys) bands.set(key, [...(bands.get(key) ?? []), own])
    step()
  }
  return placedOf(docs, clusters)
}

/** The earliest article of each cluster is what the others copy. */
export function placedOf(docs: readonly Doc[], clusters: Clusters): Placed[] {
  return docs.map(({ id }, at) => {
    const root = clusters.root(at)
    return { id, duplicateOf: root === at ? null : (docs[root]?.id ?? null) }
  })
}

function bandsOf(signature: ArrayLike<number>, rows: number): string[] {
  const values = Array.from(signature)
  return Array.from({ length: Math.floor(values.length / rows) }, (_, band) => {
    return `${band}:${values.slice(band * rows, (band + 1) * rows).join('.')}`
  })
}

function agreement(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length === 0 || other.length === 0) return 0
  let equal = 0
  for (let at = 0; at < one.length; at += 1) if (one[at] === other[at]) equal += 1
  return equal / one.length
}
