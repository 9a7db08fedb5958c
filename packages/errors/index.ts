/**
 * The error's class is the policy, its code is the reason.
 *
 * | class            | meaning                          | attempt spent | then                                |
 * | ---------------- | -------------------------------- | ------------- | ----------------------------------- |
 * | `PermanentError` | trying again cannot help         | –             | dead letter at once                 |
 * | `TransientError` | trying again may help            | yes           | backoff with jitter, then dead letter |
 * | `Deferred`       | nothing failed, we must wait     | no            | delayed by `delayMs`                |
 * | `ConfigError`    | this environment cannot run      | –             | every problem listed, exit 78       |
 * | anything else    | a bug                            | yes           | like transient, code `bug`          |
 */

/** A failure with a machine-readable reason, such as `http.status` or `feed.not_a_feed`. */
export abstract class CodedError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Trying again cannot help: the job becomes a dead letter at once. */
export class PermanentError extends CodedError {
  override readonly name = 'PermanentError'
}

/** Trying again may help: the attempt is spent and the job waits for its backoff. */
export class TransientError extends CodedError {
  override readonly name = 'TransientError'
}

/** Nothing failed: somebody (a publisher, our own politeness) asked us to come back later. */
export class Deferred extends CodedError {
  override readonly name = 'Deferred'
  readonly delayMs: number

  constructor(code: string, delayMs: number, message = `deferred for ${delayMs} ms`) {
    super(code, message)
    this.delayMs = Math.max(0, Math.ceil(delayMs))
  }
}

/** This environment cannot run. Carries every problem found, so that one start shows them all. */
export class ConfigError extends CodedError {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super('config.invalid', problems.join('\n'))
    this.problems = problems
  }
}

/** The reason of any thrown value; what nobody gave a code is a bug. */
export function codeOf(error: unknown): string {
  return error instanceof CodedError ? error.code : 'bug'
}
