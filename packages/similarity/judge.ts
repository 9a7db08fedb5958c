import type { Fingerprint } from './fingerprint.ts'
import { likeness } from './likeness.ts'
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
  | 'exchanged-words'
  | 'other-words'
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
  /** More of it where the numbers, or the names, of which there are some, agree this little. */
  numbersAgreeMin: 0.5,
  namesAgreeMin: 0.4,
  namesMin: 8,
  fewNumbersPenalty: 0.12,
  manyNumbersPenalty: 0.25,
  namesPenalty: 0.15,
  /** What known text takes from a score, at most. */
  knownPenalty: 0.5,
  /** From this share of common words on, the beginnings of two texts are compared word by word. */
  sideBySideMin: 0.4,
  /** Shares of the numbers and names in common places that may have changed. */
  numbersChangedMax: 0.5,
  namesChangedMax: 0.3,
  /** The share of names from which on they tell two texts apart that are else the same. */
  namesAloneMin: 0.1,
  /** Places with other words, over words in common. */
  substitutionsMax: 0.12,
  /** A text this much contained is a copy whatever its wording. */
  containedMin: 0.9,
  /** Texts with fewer words are judged word by word. */
  briefWordsMax: 50,
  /** Fewer words are too few for that as well. */
  headWordsMin: 6,
  /** What two of them must have in common beyond the score of long ones, in their telling words. */
  likenessMargin: 0.3,
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
  const areBrief = Math.max(one.words, other.words) < judgeLimits.briefWordsMax
  const doubt = doubtOfScore(one, other, { common, needed, freshness })
  if (doubt !== null && !(areBrief && isDispelled(doubt, one, other, { needed, freshness }))) {
    return { verdict: 'different', reason: doubt, ...shown }
  }
  const parted = partings(one, other)
  const against = evidenceAgainst(parted, common, areBrief)
  if (against !== null) return { verdict: 'different', reason: against, ...shown, partings: parted }
  const isNear = areBrief || common.resemblance >= judgeLimits.nearMin
  const verdict = isNear ? 'near' : 'contained'
  return { verdict, reason: isNear ? 'shared-text' : 'contained-text', ...shown, partings: parted }
}

const alone: Surroundings = { freshness: () => 1 }

type Weighed = Surroundings & { readonly needed: Needed }

function doubtOfScore(
  one: Fingerprint,
  other: Fingerprint,
  { common: { score }, needed, freshness }: Weighed & { readonly common: Overlap },
): Reason | null {
  if (Math.min(one.shingles, other.shingles) < judgeLimits.shinglesMin) return 'too-short'
  if (score < needed.forTime) return 'too-little-shared'
  if (score < needed.forFacts) return needed.reason
  return score * worthOf(freshness) < needed.forFacts ? 'known-template' : null
}

/** Shingles raise doubts of brief texts where a particle before each fourth word leaves none in common: words decide. */
function isDispelled(doubt: Reason, one: Fingerprint, other: Fingerprint, { needed, freshness }: Weighed): boolean {
  const { headWordsMin, likenessMargin } = judgeLimits
  if (doubt !== 'too-short' && doubt !== 'too-little-shared') return false
  if (Math.min(one.head.length, other.head.length) < headWordsMin) return false
  return likeness(one, other) * worthOf(freshness) >= needed.forTime + likenessMargin
}

/** What is known from elsewhere counts for less. */
function worthOf(freshness: () => number): number {
  return 1 - judgeLimits.knownPenalty * (1 - freshness())
}

function evidenceAgainst(parted: Partings, { containment }: Overlap, areBrief: boolean): Reason | null {
  const { sideBySideMin, substitutionsMax, containedMin } = judgeLimits
  if (parted.share <= sideBySideMin) return null
  const { substitutions, matched, slots, recurring, rewritings } = parted
  const isElseTheSame = rewritings === 0
  if (parted.isExchanged) return 'exchanged-words'
  if (areOtherNumbers(parted, areBrief)) return 'other-numbers'
  if (areOtherNames(parted, areBrief)) return 'other-names'
  if (isElseTheSame && (recurring > 0 || (areBrief && slots > 0))) return 'other-words'
  const isForm = substitutions >= 3 && substitutions > substitutionsMax * matched
  return isForm && !areBrief && containment < containedMin ? 'filled-template' : null
}

/** One number tells two texts apart that are else the same; of two edited ones it may be a misprint put right. */
function areOtherNumbers({ numbersChanged, numbersKept, rewritings }: Partings, areBrief: boolean): boolean {
  if (rewritings === 0) return numbersChanged > 0
  const areOthers = numbersChanged >= judgeLimits.numbersChangedMax * (numbersChanged + numbersKept)
  return areOthers && numbersChanged >= (areBrief ? 1 : 2)
}

function areOtherNames({ namesChanged, namesKept, rewritings }: Partings, areBrief: boolean): boolean {
  const { namesChangedMax, namesAloneMin } = judgeLimits
  const isAlone = rewritings === 0 || areBrief
  const [least, share] = isAlone ? [1, namesAloneMin] : [2, namesChangedMax]
  return namesChanged >= least && namesChanged >= share * (namesChanged + namesKept)
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
  return of >= judgeLimits.namesMin && share < judgeLimits.namesAgreeMin ? judgeLimits.namesPenalty : 0
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
