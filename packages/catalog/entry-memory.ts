/** What is remembered of one identity of an entry. */
export type EntryMemory = {
  readonly fingerprint: string
  /** When the feed showed it last, in seconds since 1970. */
  readonly seenAt: number
  /** When it was handed on last, as new or as edited. */
  readonly handedAt: number
  /** Edits that were handed on shortly after one another. */
  readonly edits: number
}

/** What is to be done with an entry as it is shown now. */
export type Judgement = 'new' | 'edited' | 'known' | 'held'

/** The first edit is handed on at once, each further one after twice the time. */
const firstPaceSeconds = 600
const paceSecondsMax = 86_400
/** After so many times its pace without an edit, an entry counts as a calm one again. */
const calmPaces = 3

/**
 * Judges an entry by what is known of its identities. One that is edited at every poll, such as a table of scores or a
 * template with the time of day in it, is held and handed on at a pace that doubles, so that it costs no more than
 * others; what it says in the end is handed on while the feed shows it.
 *
 * @param known of those of its identities that were seen before
 * @param nowSeconds since 1970
 */
export function judgeEntry(known: readonly EntryMemory[], fingerprint: string, nowSeconds: number): Judgement {
  if (known.length === 0) return 'new'
  if (known.some((memory) => memory.fingerprint === fingerprint || memory.fingerprint === '')) return 'known'
  const isHeld = known.some((memory) => nowSeconds - memory.handedAt < paceSeconds(memory.edits))
  return isHeld ? 'held' : 'edited'
}

/** What to remember once an entry was judged and, if it was new or edited, handed on. */
export function rememberEntry(
  known: readonly EntryMemory[],
  fingerprint: string,
  judgement: Judgement,
  nowSeconds: number,
): EntryMemory {
  const [last] = known.toSorted((one, other) => other.handedAt - one.handedAt)
  if (last === undefined) return { fingerprint, seenAt: nowSeconds, handedAt: nowSeconds, edits: 0 }
  if (judgement === 'held') return { ...last, seenAt: nowSeconds }
  if (judgement !== 'edited') return { ...last, fingerprint, seenAt: nowSeconds }
  const isCalm = nowSeconds - last.handedAt > calmPaces * Math.max(firstPaceSeconds, paceSeconds(last.edits))
  return { fingerprint, seenAt: nowSeconds, handedAt: nowSeconds, edits: isCalm ? 1 : last.edits + 1 }
}

export function formatMemory({ fingerprint, seenAt, handedAt, edits }: EntryMemory): string {
  return `${fingerprint} ${seenAt} ${handedAt} ${edits}`
}

/** Values of an earlier release have no more than two parts, and a fingerprint that says nothing now. */
export function parseMemory(value: string): EntryMemory {
  const [fingerprint = '', seenAt, handedAt, edits] = value.split(' ')
  const isEarlier = handedAt === undefined
  return {
    fingerprint: isEarlier ? '' : fingerprint,
    seenAt: seconds(seenAt),
    handedAt: seconds(handedAt ?? seenAt),
    edits: seconds(edits),
  }
}

function seconds(text: string | undefined): number {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : 0
}

function paceSeconds(edits: number): number {
  return edits === 0 ? 0 : Math.min(paceSecondsMax, firstPaceSeconds * 2 ** (edits - 1))
}
