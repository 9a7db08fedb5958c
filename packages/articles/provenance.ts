/** Where a page says something of itself: schema.org data, meta elements, `<time>`, its text, its address, or the feed. */
export type Origin = 'json-ld' | 'meta' | 'time-element' | 'page' | 'address' | 'feed'

/** Where a field was read, and from 0 to 1 how far it can be relied upon. */
export type Provenance = { from: Origin; confidence: number }

/** One source's word on a field. */
export type Witness<T> = { from: Origin; value: T }

/** How often each source alone is right, in round figures: share of the pages measured. */
const reliability: Record<Origin, number> = {
  'json-ld': 0.85,
  meta: 0.8,
  'time-element': 0.75,
  feed: 0.75,
  page: 0.65,
  address: 0.6,
}
/** A second source of another kind halves the doubt; one that says otherwise takes a tenth of what is left. */
const doubtLeft = 0.5
const trustLeft = 0.9

/**
 * How far a witness is to be believed, by the agreement of the others:
 *
 *   confidence = (1 − (1 − r) · 0.5^a) · 0.9^c
 *
 * r is the reliability of the source itself, a the number of other kinds of sources that say the same, c of those that
 * only say something else. Two of a kind count once: they come from one template. Rounded to hundredths.
 */
export function provenanceOf<T>(chosen: Witness<T>, all: Witness<T>[], agree: (a: T, b: T) => boolean): Provenance {
  const others = new Map<Origin, boolean>()
  for (const { from, value } of all) {
    if (from !== chosen.from) others.set(from, (others.get(from) ?? false) || agree(chosen.value, value))
  }
  const agreeing = [...others.values()].filter(Boolean).length
  const doubt = (1 - reliability[chosen.from]) * doubtLeft ** agreeing
  const confidence = (1 - doubt) * trustLeft ** (others.size - agreeing)
  return { from: chosen.from, confidence: Math.round(confidence * 100) / 100 }
}
