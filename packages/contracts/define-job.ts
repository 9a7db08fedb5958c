import type { z } from 'zod'

/** One kind of job: what travels, how two of them are told apart, and how long and how often it may be tried. */
export type JobDefinition<Name extends string = string, Payload = unknown> = {
  /** Also the name of its queue. */
  readonly name: Name
  readonly schema: z.ZodType<Payload>
  /** Two queued jobs with one key are one job. A method, so that any definition is also a `JobDefinition`. */
  key(payload: Payload): string
  readonly attempts: number
  readonly timeoutMs: number
}

/** The payload of a job definition. */
export type PayloadOf<Definition> = Definition extends { readonly schema: z.ZodType<infer Payload> } ? Payload : never

/**
 * Declares a kind of job. Payloads are ids, URLs and small facts; bodies travel by reference.
 *
 * @returns the definition unchanged, with its types inferred
 */
export function defineJob<const Name extends string, Payload>(
  definition: JobDefinition<Name, Payload>,
): JobDefinition<Name, Payload> {
  return definition
}
