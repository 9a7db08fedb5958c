/** The words of one article, weighted and of length 1: hashes of stems, heaviest first, and a weight for each. */
export type StoryVector = { readonly terms: Uint32Array; readonly weights: Float32Array }

/** An article is known by its heaviest words. */
const termsMax = 64

const bytesPerTerm = 5

/** Weights are kept as parts of the heaviest one. */
const weightSteps = 255

/** Makes a vector of length 1 of weighted terms. It is the same before and after it was packed. */
export function storyVector(weighted: ReadonlyMap<number, number>): StoryVector {
  const heaviest = [...weighted].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, termsMax)
  const top = heaviest[0]?.[1] ?? 1
  const steps = heaviest.map(([, weight]) => Math.max(1, Math.round((weight / top) * weightSteps)))
  return ofSteps(
    heaviest.map(([term]) => term),
    steps,
  )
}

/** Five bytes a word. */
export function packVector({ terms, weights }: StoryVector): Uint8Array {
  const top = weights[0] ?? 1
  const bytes = new Uint8Array(terms.length * bytesPerTerm)
  const view = new DataView(bytes.buffer)
  terms.forEach((term, at) => {
    view.setUint32(at * bytesPerTerm, term)
    view.setUint8(at * bytesPerTerm + 4, Math.round(((weights[at] ?? 0) / top) * weightSteps))
  })
  return bytes
}

/** What `packVector` packed. */
export function unpackVector(bytes: Uint8Array): StoryVector {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = Array.from({ length: Math.floor(bytes.length / bytesPerTerm) }, (_, at) => at * bytesPerTerm)
  return ofSteps(
    places.map((at) => view.getUint32(at)),
    places.map((at) => view.getUint8(at + 4)),
  )
}

function ofSteps(terms: readonly number[], steps: readonly number[]): StoryVector {
  const length = Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0)) || 1
  return { terms: Uint32Array.from(terms), weights: Float32Array.from(steps, (step) => step / length) }
}
