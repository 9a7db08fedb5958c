import { codeOf, Deferred, PermanentError, TransientError } from '@rafid/errors'
import { envelope } from './envelope.ts'
import type { Envelope } from './envelope.ts'
import { followingJobs } from './following-jobs.ts'
import type { FollowingJob } from './following-jobs.ts'
import type { ToldDelivery } from './item-reports.ts'
import type { BoundStage, Emission, JobContext, StageResult } from './stage.ts'

/** What became of one delivery of a job. */
export type Settled =
  | { readonly kind: 'done'; readonly outcome: string; readonly emitted: number }
  | { readonly kind: 'deferred'; readonly code: string; readonly delayMs: number }
  | { readonly kind: 'retry' | 'dead'; readonly code: string; readonly error: Error }
  /** The process must stop: the job goes back unspent. */
  | { readonly kind: 'returned' }

/** One delivery of a job, as a queue hands it over. */
export type Delivery = {
  readonly jobKey: string
  /** The envelope as it lay in the queue, not yet trusted. */
  readonly data: unknown
  /** 1 for the first attempt. */
  readonly attempt: number
  /** Aborts when the process must stop. */
  readonly stopping: AbortSignal
  /**
   * Queues the jobs that follow, in the trace of this one.
   *
   * @returns those that have joined a job of another item
   */
  emit(
    following: readonly FollowingJob[],
    trace: Pick<Envelope, 'traceId' | 'startedAt'>,
  ): Promise<ReadonlySet<FollowingJob>>
  /** Told what became of the delivery before the job counts as done; without it no items are begun. Never throws. */
  trace?(told: ToldDelivery): Promise<void>
}

/** How long a handler that was told to stop may take to do so before its slot is freed without it, in milliseconds. */
const abortGraceMs = 1_000

/**
 * Runs a stage's function on one delivery and says what must become of the job. Never throws: every error is a verdict.
 * The jobs that follow are queued before the job counts as done, so a crash repeats work but never loses it.
 */
export async function settleJob(stage: BoundStage, delivery: Delivery): Promise<Settled> {
  const told = toldOf(stage, delivery)
  try {
    const { traceId, startedAt, payload } = parse(stage, delivery.data)
    const context = { jobKey: delivery.jobKey, attempt: delivery.attempt, traceId, startedAt: new Date(startedAt) }
    const result = await runWithin(stage, payload, { ...context, signal: delivery.stopping })
    const emissions = checked(stage, result)
    const following = told === null ? emissions : followingJobs(emissions, told.envelope)
    const joined =
      following.length > 0 ? await delivery.emit(following, { traceId, startedAt }) : new Set<FollowingJob>()
    const settled = { kind: 'done', outcome: result.outcome, emitted: emissions.length } as const
    if (told !== null) await delivery.trace?.({ ...told, settled, following, joined, seen: result.seen ?? null })
    await result.afterEmit?.()
    return settled
  } catch (error) {
    const settled = verdict(error, stage, delivery)
    if (told !== null) await delivery.trace?.({ ...told, settled, following: [], joined: new Set(), seen: null })
    return settled
  }
}

/** What is known of a delivery beforehand; null when it is not to be traced. */
function toldOf(stage: BoundStage, delivery: Delivery): Pick<ToldDelivery, 'stage' | 'jobKey' | 'envelope'> | null {
  const outer = delivery.trace === undefined ? null : envelope.safeParse(delivery.data)
  return outer?.success === true ? { stage: stage.name, jobKey: delivery.jobKey, envelope: outer.data } : null
}

function parse(stage: BoundStage, data: unknown): Envelope {
  const outer = envelope.safeParse(data)
  if (!outer.success) throw new PermanentError('payload.invalid', `not an envelope: ${outer.error.message}`)
  const inner = stage.consumes.schema.safeParse(outer.data.payload)
  if (!inner.success) throw new PermanentError('payload.invalid', inner.error.message)
  return { ...outer.data, payload: inner.data }
}

/** The function's result, or an error once the job's time is up or the process stops: a hung promise holds no slot. */
async function runWithin(
  stage: BoundStage,
  payload: unknown,
  context: JobContext,
): Promise<StageResult<string, Emission['definition']>> {
  const { timeoutMs } = stage.consumes
  const timedOut = new AbortController()
  const timeout = new TransientError('job.timeout', `${stage.name} took more than ${timeoutMs} ms`)
  const timer = setTimeout(() => timedOut.abort(timeout), timeoutMs)
  const signal = AbortSignal.any([timedOut.signal, context.signal])
  const deadline = Promise.withResolvers<never>()
  let grace: NodeJS.Timeout | undefined
  const giveUp = (): void => {
    grace = setTimeout(() => deadline.reject(signal.reason), abortGraceMs)
  }
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([stage.run(payload, { ...context, signal }), deadline.promise])
  } catch (error) {
    // An aborted handler may fail in a hundred ways; why it was aborted is what counts.
    if (timedOut.signal.aborted && !context.signal.aborted) throw timeout
    throw error
  } finally {
    clearTimeout(timer)
    clearTimeout(grace)
    signal.removeEventListener('abort', giveUp)
  }
}

function checked(stage: BoundStage, result: StageResult<string, Emission['definition']>): readonly Emission[] {
  if (!stage.outcomes.includes(result.outcome)) throw new Error(`${stage.name} has no outcome "${result.outcome}"`)
  const emissions = result.emit ?? []
  const stranger = emissions.find((emission) => !stage.emits.includes(emission.definition))
  if (stranger) throw new Error(`${stage.name} does not emit ${stranger.definition.name}`)
  return emissions
}

function verdict(thrown: unknown, stage: BoundStage, delivery: Delivery): Settled {
  if (delivery.stopping.aborted) return { kind: 'returned' }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const code = codeOf(error)
  if (error instanceof Deferred) return { kind: 'deferred', code, delayMs: error.delayMs }
  const last = delivery.attempt >= stage.consumes.attempts
  return { kind: error instanceof PermanentError || last ? 'dead' : 'retry', code, error }
}
