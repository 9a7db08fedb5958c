import type { Fingerprint } from './fingerprint.ts'
import { overlap, type Overlap } from './overlap.ts'
import { partings, type Partings } from './partings.ts'

/** One article as it is compared. */
export type Comparable = {
  readonly fingerprint: Fingerprint
  /** When it was published, or, where nobody says, fetched. */
  readonly at: Date
}

/** What the neighbourhood knows of the text that two articles share. */
export type Surroundings = {
  /** 0 to 1: how little of the shared text is known from elsewhere, see `freshnessOf`. */
  readonly freshness: () => number
}

/** Why two articles are copies of one text, or are not. */
export type Reason =
  | 'same-text'
  | 'shared-text'
  | 'contained-text'
  | 'too-short'
  | 'too-little-shared'
  | 'other-numbers'
  | 'other-names'
  | 'filled-template'
  | 'known-template'

export type Judgement = {
  readonly verdict: 'exact' | 'near' | 'contained' | 'different'
  readonly reason: Reason
  readonly overlap: Overlap
  /** The score that these two would have needed. */
  readonly needed: { readonly forTime: number; readonly forFacts: number }
  /** null where the verdict was clear without it. */
  readonly partings: Partings | null
}

export const judgeLimits = {
  /** Fewer shingles say nothing about resemblance: two one-line notices share most of theirs by chance. */
  shinglesMin: 8,
  /** The score from which two texts of one moment are copies. */
  scoreMin: 0.31,
  /** More of it for each hour between them: what returns after days is more often a form than a copy. */
  scorePerHour: 0.0015,
  scoreMax: 0.9,
  /** More of it where the numbers, or the names, of two texts agree this little. */
  numbersAgreeMin: 0.5,
  namesAgreeMin: 0.4,
  fewNumbersPenalty: 0.12,
  manyNumbersPenalty: 0.25,
  namesPenalty: 0.15,
  /** What known text takes from a score, at most. */
  knownPenalty: 0.5,
  /** From this share of common words on, the beginnings of two texts are compared word by word. */
  sideBySideMin: 0.4,
  /** Shares of the numbers and names in common places that may have changed. */
  numbersChangedMax: 0.5,
  namesChangedMax: 0.4,
  /** Places with other words, over words in common. */
  substitutionsMax: 0.12,
  /** A text this much contained is a copy whatever its wording. */
  containedMin: 0.9,
  /** From this resemblance on, the lengths of two texts are alike. */
  nearMin: 0.25,
}

/**
 * Judges whether an article carries the text of an earlier one. What they share must be enough for the time between them,
 * and what they do not share must not be what tells one event from another: the numbers, the names, the words in the
 * blanks of a form.
 *
 * @returns `near` for copies of one length, `contained` where one is a part of the other
 */
export function judge(later: Comparable, earlier: Comparable, { freshness }: Surroundings = alone): Judgement {
  const [one, other] = [later.fingerprint, earlier.fingerprint]
  const common = overlap(one, other)
  const needed = scoreNeeded(one, other, hoursBetween(later.at, earlier.at))
  const shown = { overlap: common, needed, partings: null }
  if (one.contentHash === other.contentHash && one.words > 0) return { verdict: 'exact', reason: 'same-text', ...shown }
  if (Math.min(one.shingles, other.shingles) < judgeLimits.shinglesMin) {
    return { verdict: 'different', reason: 'too-short', ...shown }
  }
  const doubt = doubtOfScore(common, needed, freshness)
  if (doubt !== null) return { verdict: 'different', reason: doubt, ...shown }
  const parted = partings(one, other)
  const against = evidenceAgainst(parted, common)
  if (against !== null) return { verdict: 'different', reason: against, ...shown, partings: parted }
  const isNear = common.resemblance >= judgeLimits.nearMin
  const verdict = isNear ? 'near' : 'contained'
  return { verdict, reason: isNear ? 'shared-text' : 'contained-text', ...shown, partings: parted }
}

const alone: Surroundings = { freshness: () => 1 }

function doubtOfScore({ score }: Overlap, needed: Needed, freshness: () => number): Reason | null {
  if (score < needed.forTime) return 'too-little-shared'
  if (score < needed.forFacts) return needed.reason
  const worth = score * (1 - judgeLimits.knownPenalty * (1 - freshness()))
  return worth < needed.forFacts ? 'known-template' : null
}

function evidenceAgainst(parted: Partings, { containment }: Overlap): Reason | null {
  if (parted.share <= judgeLimits.sideBySideMin) return null
  const { numbersChanged, numbersKept, namesChanged, namesKept, substitutions, matched } = parted
  const { numbersChangedMax, namesChangedMax, substitutionsMax, containedMin } = judgeLimits
  if (numbersChanged >= 1 && numbersChanged >= numbersChangedMax * (numbersChanged + numbersKept))
    return 'other-numbers'
  if (namesChanged >= 2 && namesChanged >= namesChangedMax * (namesChanged + namesKept)) return 'other-names'
  const isForm = substitutions >= 3 && substitutions > substitutionsMax * matched
  return isForm && containment < containedMin ? 'filled-template' : null
}

/** The score that two texts need for the time between them, and for their numbers and names on top of it. */
type Needed = { readonly forTime: number; readonly forFacts: number; readonly reason: Reason }

function scoreNeeded(one: Fingerprint, other: Fingerprint, hours: number): Needed {
  const { scoreMin, scorePerHour, scoreMax } = judgeLimits
  const forTime = Math.min(scoreMin + scorePerHour * hours, scoreMax)
  const numbers = numbersPenalty(agreement(one.numbers, other.numbers))
  const names = namesPenalty(agreement(one.names, other.names))
  return { forTime, forFacts: forTime + numbers + names, reason: numbers >= names ? 'other-numbers' : 'other-names' }
}

function numbersPenalty({ share, of }: Agreement): number {
  if (of < 2 || share >= judgeLimits.numbersAgreeMin) return 0
  return of >= 4 ? judgeLimits.manyNumbersPenalty : judgeLimits.fewNumbersPenalty
}

function namesPenalty({ share, of }: Agreement): number {
  return of >= 3 && share < judgeLimits.namesAgreeMin ? judgeLimits.namesPenalty : 0
}

type Agreement = { readonly share: number; readonly of: number }

/** How many of the values of the smaller of two ascending sets the other has. */
function agreement(one: Uint16Array, other: Uint16Array): Agreement {
  const of = Math.min(one.length, other.length)
  let common = 0
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0)
    if (difference === 0) common += 1
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return { share: of === 0 ? 1 : common / of, of }
}

function hoursBetween(one: Date, other: Date): number {
  return Math.abs(one.getTime() - other.getTime()) / 3_600_000
}
