import type { JobDefinition, PayloadOf } from '@rafid/contracts'

/** A job to be queued: made by `job`, carried out by the runner. */
export type Emission<Definition extends JobDefinition = JobDefinition> = Definition extends JobDefinition
  ? { readonly definition: Definition; readonly payload: PayloadOf<Definition> }
  : never

/** What a stage says of one job. Failures are thrown, expected results are returned. */
export type StageResult<Outcome extends string, Emits extends JobDefinition> = {
  readonly outcome: Outcome
  readonly emit?: readonly Emission<Emits>[]
  /** Runs once all of `emit` is queued, so that nothing is marked as done before its work is safe. */
  readonly afterEmit?: () => Promise<void>
  /** The entries that a feed shows, for the funnel. */
  readonly seen?: readonly SeenEntry[]
}

/** An entry of a feed, and what was found of it; those that have no page are `pageless`. */
export type SeenEntry = {
  readonly url: string | null
  readonly judgement: 'new' | 'edited' | 'known' | 'held' | 'pageless'
}

/** What the runner tells a stage about the job it holds. */
export type JobContext = {
  /** Aborts when the job's time is up or the process must stop. */
  readonly signal: AbortSignal
  /** Stable over attempts and redeliveries. */
  readonly jobKey: string
  /** 1 for the first attempt. */
  readonly attempt: number
  /** Follows an article from the poll that found it to the index. */
  readonly traceId: string
  /** When the trace began. */
  readonly startedAt: Date
}

/** A stage: a function from one job to one outcome and the jobs that follow. */
export type Stage<
  Consumes extends JobDefinition = JobDefinition,
  Emits extends JobDefinition = JobDefinition,
  Outcome extends string = string,
  Deps = unknown,
> = {
  readonly consumes: Consumes
  readonly emits: readonly Emits[]
  readonly outcomes: readonly Outcome[]
  handle(payload: PayloadOf<Consumes>, deps: Deps, context: JobContext): Promise<StageResult<Outcome, Emits>>
}

/** A stage with its dependencies in place: what runners run. */
export type BoundStage = {
  readonly name: string
  readonly consumes: JobDefinition
  readonly emits: readonly JobDefinition[]
  readonly outcomes: readonly string[]
  run(payload: unknown, context: JobContext): Promise<StageResult<string, JobDefinition>>
}

/**
 * Declares a stage. The compiler refuses an undeclared outcome, an undeclared emission and a payload that does not fit.
 *
 * @returns the stage unchanged, with its types inferred; `emits: []` allows no emission at all
 */
export function defineStage<
  Consumes extends JobDefinition,
  const Emits extends readonly JobDefinition[],
  const Outcome extends string,
  Deps,
>(stage: {
  readonly consumes: Consumes
  readonly emits: Emits
  readonly outcomes: readonly Outcome[]
  handle(
    payload: PayloadOf<Consumes>,
    deps: Deps,
    context: JobContext,
  ): Promise<StageResult<NoInfer<Outcome>, NoInfer<Emits>[number]>>
}): Stage<Consumes, Emits[number], Outcome, Deps> {
  return stage
}

/** Gives a stage its dependencies. */
export function bind<Consumes extends JobDefinition, Emits extends JobDefinition, Outcome extends string, Deps>(
  stage: Stage<Consumes, Emits, Outcome, Deps>,
  deps: Deps,
): BoundStage {
  return {
    name: stage.consumes.name,
    consumes: stage.consumes,
    emits: stage.emits,
    outcomes: stage.outcomes,
    // The runner has parsed the payload with the schema of `consumes` before it calls.
    run: (payload, context) => stage.handle(payload as PayloadOf<Consumes>, deps, context),
  }
}

/** Asks for a job to be queued once the stage's function has returned. */
export function job<Name extends string, Payload>(
  definition: JobDefinition<Name, Payload>,
  payload: Payload,
): { readonly definition: JobDefinition<Name, Payload>; readonly payload: Payload } {
  return { definition, payload }
}
