import { anchorsOf, decodeFingerprint, encodeFingerprint } from '@rafid/similarity'
import type { AnchorSighting, Fingerprint, Neighbour } from '@rafid/similarity'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { claimScript, decideScript, expectScript, openScript, withdrawScript } from './article-window-scripts.ts'
import { redisBytesScript, redisScript } from './redis-script.ts'

/** What an article shows of itself to be compared. */
export type Showing = {
  readonly articleId: string
  /** Changes when the publisher edits the article. */
  readonly version: string
  readonly fingerprint: Fingerprint
  readonly at: Date
  readonly publisher: string
}

/** What the window holds of an earlier article; it is settled once it is decided, or nobody will decide on it. */
export type SeenArticle = Neighbour & {
  readonly publisher: string
  readonly isSettled: boolean
  /** Its number in the order of arrival. */
  readonly seq: string
  readonly rootSeq: string
}

/** What was decided on one version of an article. */
export type Decision = {
  readonly kind: 'original' | 'copy' | 'update'
  readonly how: 'exact' | 'near' | 'contained' | 'update' | null
  readonly reason: string | null
  readonly follows: string | null
  /** Estimated resemblance to `follows`, 0 to 1. */
  readonly resemblance: number | null
}

/** A decision as it stands, with the first article of the cluster and the clusters that were joined to others by it. */
export type StandingDecision = Decision & {
  readonly root: string
  readonly moved: readonly { readonly from: string; readonly to: string }[]
}

/** What the window knows of an article that shows itself. */
export type WindowClaim =
  /** This version was decided before: a redelivery, not a duplicate. */
  | { readonly state: 'decided'; readonly decision: StandingDecision }
  /** It was shown; an earlier one is expected that was not. */
  | { readonly state: 'early'; readonly seq: string }
  | {
      readonly state: 'open'
      readonly seq: string
      /** Another version of it was seen before. */
      readonly isUpdate: boolean
      readonly neighbours: readonly SeenArticle[]
      readonly sightings: readonly AnchorSighting[]
    }

/** Postings are spread over so many hashes an epoch: small enough for Redis' compact form up to a million articles. */
const buckets = 65_536

const claim = redisBytesScript(claimScript)
const decide = redisBytesScript(decideScript)
const countOpen = redisScript(openScript)
const expect = redisScript(expectScript)
const withdraw = redisScript(withdrawScript)

const text = z.instanceof(Buffer).transform((bytes) => bytes.toString())
const instant = text.transform((ms) => new Date(Number(ms)))
const print = z.instanceof(Buffer).transform(decodeFingerprint)
const claimReply = z.union([
  z.tuple([text.pipe(z.enum(['decided', 'early'])), text]),
  z.tuple([
    z.instanceof(Buffer),
    text,
    text,
    z.array(z.tuple([z.number(), instant, z.array(text)])),
    z.array(z.tuple([text, text, print, text, instant, text, text, text, print])),
  ]),
])

const standing = z.object({
  kind: z.enum(['original', 'copy', 'update']),
  how: z.enum(['exact', 'near', 'contained', 'update']).nullable(),
  reason: z.string().nullable(),
  follows: z.string().nullable(),
  resemblance: z.number().nullable(),
  root: z.string(),
  moved: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
})

/**
 * The articles of the last days, for all deduplicators together: their fingerprints, the postings by which they find
 * each other, and the clusters of copies they form (a union-find whose parents are always the earlier).
 */
export class ArticleWindow {
  readonly #redis: Redis
  readonly #prefix: string
  readonly #windowMs: number

  /** @param options.hours how long an article is remembered at least, and half as long again at most */
  constructor({ redis, prefix, hours }: { redis: Redis; prefix: string; hours: number }) {
    this.#redis = redis
    this.#prefix = `${prefix}:window`
    this.#windowMs = hours * 3_600_000
  }

  /**
   * Shows an article and looks around, unless an earlier one is expected. May be called again until the article is decided:
   * it is shown once.
   */
  async claim({ articleId, version, fingerprint, at, publisher }: Showing): Promise<WindowClaim> {
    const anchors = anchorKeysOf(fingerprint)
    const epochMs = Math.ceil(this.#windowMs / 2)
    const life = epochMs * 3
    const args = [
      this.#prefix,
      articleId,
      version,
      at.getTime(),
      Buffer.from(encodeFingerprint(fingerprint)),
      publisher,
      life,
      epochMs,
      ...anchors.flatMap(bucketAndField),
    ]
    const reply = claimReply.parse(await claim(this.#redis, [this.#article(articleId)], args))
    if (reply.length === 2) {
      const [state, said] = reply
      return state === 'early' ? { state, seq: said } : { state, decision: standing.parse(JSON.parse(said)) }
    }
    const [, seq, isUpdate, sightings, neighbours] = reply
    return {
      state: 'open',
      seq,
      isUpdate: isUpdate === '1',
      sightings: sightings.map(([anchor, oldestAt, roots]) => ({ anchor: anchors[anchor] ?? 0, oldestAt, roots })),
      neighbours: neighbours.map(seenArticle),
    }
  }

  /**
   * Whether some neighbours are settled by now, and no earlier article is expected; much cheaper than showing the article
   * again.
   *
   * @param seq its own number
   * @param neighbours their numbers
   */
  async isReady(seq: string, neighbours: readonly string[]): Promise<boolean> {
    return (await countOpen(this.#redis, [], [this.#prefix, seq, ...neighbours])) === 0
  }

  /**
   * Tells that an article is on its way: its place in the order is that of this moment, and those after it wait until it
   * has been shown, or for half a minute when it does not come.
   */
  async expect(articleId: string): Promise<void> {
    const life = Math.ceil(this.#windowMs / 2) * 3
    await expect(this.#redis, [this.#article(articleId)], [this.#prefix, life])
  }

  /** Tells that an article that was expected will not be shown for now. */
  async withdraw(articleId: string): Promise<void> {
    await withdraw(this.#redis, [this.#article(articleId)], [this.#prefix])
  }

  /**
   * Decides on a version, unless somebody has. A copy joins the clusters of the given roots.
   *
   * @returns the decision that stands
   * @throws Error when the article was never claimed, or has left the window since
   */
  async decide(
    { articleId, version }: Pick<Showing, 'articleId' | 'version'>,
    decision: Decision,
    rootSeqs: readonly string[],
  ): Promise<StandingDecision> {
    const life = Math.ceil(this.#windowMs / 2) * 3
    const args = [this.#prefix, version, JSON.stringify(decision), life, ...rootSeqs]
    const reply = await decide(this.#redis, [this.#article(articleId)], args)
    return standing.parse(JSON.parse(text.parse(reply)))
  }

  #article(id: string): string {
    return `${this.#prefix}:id:${id}`
  }
}

/** The anchors of a text, and its whole content: texts without shingles find each other by that alone. */
function anchorKeysOf(fingerprint: Fingerprint): number[] {
  const whole = Number.parseInt(fingerprint.contentHash.slice(0, 7), 36) >>> 0
  return fingerprint.words === 0 ? [] : [...anchorsOf(fingerprint), whole]
}

function bucketAndField(anchor: number): [string, string] {
  return [(anchor % buckets).toString(36), Math.floor(anchor / buckets).toString(36)]
}

type NeighbourReply = [string, string, Fingerprint, string, Date, string, string, string, Fingerprint]

function seenArticle([
  seq,
  id,
  fingerprint,
  publisher,
  at,
  settled,
  rootSeq,
  rootId,
  rootPrint,
]: NeighbourReply): SeenArticle {
  return {
    seq,
    id,
    fingerprint,
    at,
    publisher,
    isSettled: settled === '1',
    rootSeq,
    root: { id: rootId, fingerprint: rootPrint },
  }
}
