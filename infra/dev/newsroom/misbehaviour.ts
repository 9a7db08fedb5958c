import { faultDefaults, type FaultKind, type FaultSettings, faultSettingsIn, isFaultKind } from './faults.ts'

/** Which requests are answered wrongly, and how; a rule without path and host concerns every request. */
export type MisbehaviourRule = Partial<FaultSettings> & {
  kind: FaultKind
  /** Tested against path and query. */
  path?: RegExp
  /** `127.0.0.1:PORT` of one publisher. */
  host?: string
  /** After so many requests the rule is spent; without it, it holds until it is lifted. */
  times?: number
}

/** One fault to commit. */
export type Fault = { kind: FaultKind; settings: FaultSettings; hop: number }

/** The rules in force, oldest first; the first that fits a request decides. */
export class Misbehaviour {
  readonly #rules = new Map<MisbehaviourRule, number>()

  /** Puts a rule in force and returns what lifts it again. */
  add(rule: MisbehaviourRule): () => void {
    const inForce = { ...rule }
    this.#rules.set(inForce, rule.times ?? Infinity)
    return () => void this.#rules.delete(inForce)
  }

  /** The fault this request meets, by its path (`/fault/<kind>`) or by a rule; spends one of the rule's times. */
  faultFor(host: string, url: URL): Fault | undefined {
    return faultByPath(url) ?? this.#faultByRule(host, url.pathname + url.search)
  }

  #faultByRule(host: string, path: string): Fault | undefined {
    for (const [rule, times] of this.#rules) {
      if (!concerns(rule, host, path)) continue
      if (times > 1) this.#rules.set(rule, times - 1)
      else this.#rules.delete(rule)
      return { kind: rule.kind, settings: { ...faultDefaults, ...rule }, hop: 0 }
    }
    return undefined
  }
}

function concerns(rule: MisbehaviourRule, host: string, path: string): boolean {
  // `search` ignores lastIndex, so that a global expression does not skip every other request.
  return (rule.host ?? host) === host && (rule.path === undefined || path.search(rule.path) !== -1)
}

function faultByPath(url: URL): Fault | undefined {
  const kind = /^\/fault\/([a-z-]+)$/.exec(url.pathname)?.[1]
  if (kind === undefined || !isFaultKind(kind)) return undefined
  const hop = Number(url.searchParams.get('hop') ?? 0)
  return { kind, settings: faultSettingsIn(url.searchParams), hop: Number.isSafeInteger(hop) ? hop : 0 }
}
