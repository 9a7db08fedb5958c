declare module 'minhash' {
  export class Minhash {
    constructor(options?: { numPerm?: number; seed?: number })
    readonly hashvalues: number[]
    update(text: string): void
  }
}

declare module 'simhash-js' {
  export class SimHash {
    hash(text: string): number
  }
  export const Comparator: { hammingDistance(one: string, other: string): number }
}
