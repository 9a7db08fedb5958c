/** Something that is not as it should be, and what mends it. */
export type Finding = {
  readonly code: string
  /** What is wrong, with the figures it is told from. */
  readonly is: string
  readonly fix: string
}
