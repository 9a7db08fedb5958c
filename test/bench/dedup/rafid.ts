import { anchorsOf, articleFingerprint, placeArticle } from '@rafid/similarity'
import type { AnchorSighting, Comparable, Neighbour } from '@rafid/similarity'
import { Clusters } from './clusters.ts'
import type { Doc, Peer, Placed } from './peer.ts'
import { tellStories } from './tell-stories.ts'

/** As the window in Redis keeps them. */
const oldestKept = 4
const newestKept = 8
const neighboursMax = 8

/** Rafid's placement of articles, and the stories of those that are no copies, over a window in memory. */
export const rafid: Peer = {
  name: 'rafid',
  place: (docs, step) => {
    const window = new Window()
    for (const doc of docs) {
      window.place(doc)
      step()
    }
    return window.placed()
  },
  tell: tellStories,
}

class Window {
  readonly #articles: (Comparable & { readonly id: string })[] = []
  readonly #clusters = new Clusters()
  readonly #postings = new Map<number, number[]>()

  place(doc: Doc): void {
    const fingerprint = articleFingerprint({ title: doc.title, text: doc.body })
    const article = { id: doc.id, fingerprint, at: new Date(doc.ts) }
    const anchors = [...anchorsOf(fingerprint), Number.parseInt(fingerprint.contentHash.slice(0, 7), 36) >>> 0]
    const counts = new Map<number, number>()
    const sightings: AnchorSighting[] = []
    for (const anchor of anchors) {
      const members = this.#postings.get(anchor) ?? []
      for (const member of members) counts.set(member, (counts.get(member) ?? 0) + 1)
      if (members.length > 0) sightings.push(this.#sighting(anchor, members))
    }
    const nearest = [...counts].toSorted((one, two) => two[1] - one[1] || two[0] - one[0]).slice(0, neighboursMax)
    const placement = placeArticle({ article, neighbours: nearest.map(([at]) => this.#neighbour(at)), sightings })
    const own = this.#clusters.add()
    this.#articles.push(article)
    if (placement.kind === 'copy') {
      for (const root of [placement.like[0].of.root.id, ...placement.joins]) this.#clusters.join(own, Number(root))
    }
    for (const anchor of anchors) this.#post(anchor, own)
  }

  placed(): Placed[] {
    return this.#articles.map(({ id }, at) => {
      const root = this.#clusters.root(at)
      return { id, duplicateOf: root === at ? null : (this.#articles[root]?.id ?? null) }
    })
  }

  /** Roots go by their numbers here. */
  #neighbour(at: number): Neighbour {
    const root = this.#clusters.root(at)
    const [article, first] = [this.#articles[at], this.#articles[root]]
    if (article === undefined || first === undefined) throw new RangeError(`no article ${at}`)
    return { ...article, root: { id: String(root), fingerprint: first.fingerprint } }
  }

  #sighting(anchor: number, members: readonly number[]): AnchorSighting {
    const oldest = Math.min(...members.map((member) => this.#articles[member]?.at.getTime() ?? 0))
    const roots = new Set(members.map((member) => String(this.#clusters.root(member))))
    return { anchor, oldestAt: new Date(oldest), roots: [...roots] }
  }

  #post(anchor: number, article: number): void {
    const members = this.#postings.get(anchor)
    if (members === undefined) this.#postings.set(anchor, [article])
    else {
      members.push(article)
      if (members.length > oldestKept + newestKept) members.splice(oldestKept, 1)
    }
  }
}
