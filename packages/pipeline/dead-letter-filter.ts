import type { DeadLetter } from './dead-letters.ts'

/** Which dead letters are meant; a field left out does not matter. */
export type DeadLetterFilter = {
  readonly stage?: string | undefined
  readonly code?: string | undefined
  /** Host of the address that the job was about. */
  readonly host?: string | undefined
  readonly id?: string | undefined
  /** Id of the item that the job was about. */
  readonly item?: string | undefined
  /** Id of the feed whose entry the job was about. */
  readonly feed?: string | undefined
}

/** Dead letters that have stage, code and host in common. */
export type DeadLetterGroup = {
  readonly stage: string
  readonly code: string
  readonly host: string | null
  readonly count: number
  /** The newest of them. */
  readonly latest: DeadLetter
}

/** Whether a dead letter is one of those meant. */
export function isMeant(letter: DeadLetter, { stage, code, host, id, item, feed }: DeadLetterFilter): boolean {
  return (
    (stage === undefined || letter.stage === stage) &&
    (code === undefined || letter.code === code) &&
    (host === undefined || hostOf(letter) === host) &&
    (id === undefined || letter.id === id) &&
    (item === undefined || letter.item?.id === item) &&
    (feed === undefined || letter.item?.feedId === feed)
  )
}

/** The host of the entry that a dead job was about, or of the address in its payload; null when it was about none. */
export function hostOf({ item, payload }: Pick<DeadLetter, 'item' | 'payload'>): string | null {
  const url = item?.url ?? (typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'url') : null)
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : null
}

/** Dead letters grouped by stage, code and host, the largest group first. */
export function groupDeadLetters(letters: readonly DeadLetter[]): DeadLetterGroup[] {
  const groups = new Map<string, DeadLetterGroup>()
  for (const letter of letters) {
    const { stage, code } = letter
    const host = hostOf(letter)
    const key = JSON.stringify([stage, code, host])
    const known = groups.get(key)
    const latest = known === undefined || letter.diedAt > known.latest.diedAt ? letter : known.latest
    groups.set(key, { stage, code, host, count: (known?.count ?? 0) + 1, latest })
  }
  return [...groups.values()].toSorted((one, other) => other.count - one.count)
}
