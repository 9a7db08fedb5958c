export { duplicateFrom, relate } from './relate.ts'
export type { Candidate } from './relate.ts'
export { bands, resemblance, sketch } from './sketch.ts'
export type { Sketch } from './sketch.ts'
