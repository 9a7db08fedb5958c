import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '@rafid/contracts'
import { z } from 'zod'
import { linesOf, type Corpus } from './corpus.ts'
import { idOf, makeArticle } from './rafid.ts'

/** Of a hundred articles so many are of these languages, the others of all others. */
const shares: readonly (readonly [lang: string, share: number])[] = [
  ['ar', 45],
  ['en', 25],
]
const sentencesPerArticle = 11
/** Of these the first so many are of one report, which gives the headline: articles have subjects. */
const ofOneReport = 5
const secondsApart = 20
const firstAt = Date.UTC(2026, 0, 1)
const sources = 120

const text = z.object({ lang: z.string(), title: z.string(), body: z.string() })
type Text = z.infer<typeof text>

type Report = { readonly title: string; readonly sentences: readonly string[] }

/** Makes any number of articles out of the sentences of a few thousand: the same for the same number. */
export class GrownCorpus {
  readonly #reports = new Map<string, Report[]>()
  readonly #others: readonly string[]

  constructor(corpus: Corpus) {
    for (const { lang, title, body } of [...corpus.docs(), ...dedupTexts(corpus)]) {
      const sentences = body.split(/(?<=[.!?؟。।])\s+|\n+/u).filter((sentence) => sentence.length > 20)
      if (sentences.length === 0) continue
      const reports = this.#reports.get(lang) ?? []
      reports.push({ title: title || (sentences[0] ?? '').slice(0, 70), sentences })
      this.#reports.set(lang, reports)
    }
    this.#others = [...this.#reports.keys()].filter((lang) => !shares.some(([own]) => own === lang)).toSorted()
  }

  article(number: number): Article {
    const random = randomFrom(number)
    const lang = this.#langOf(random)
    const reports = this.#reports.get(lang) ?? []
    const pick = (): Report => reports[Math.floor(random() * reports.length)] ?? { title: '', sentences: [''] }
    const own = pick()
    const sentences = Array.from({ length: sentencesPerArticle }, (_, at) => {
      const from = at < ofOneReport ? own : pick()
      return from.sentences[Math.floor(random() * from.sentences.length)] ?? ''
    })
    const publishedAt = new Date(firstAt + number * secondsApart * 1000).toISOString()
    const source = `Source ${Math.floor(random() * sources)}`
    const title = own.title
    return makeArticle({ id: idOf(`grown ${number}`), lang, source, title, text: sentences.join('\n'), publishedAt })
  }

  #langOf(random: () => number): string {
    let at = random() * 100
    for (const [lang, share] of shares) {
      if (at < share) return lang
      at -= share
    }
    return this.#others[Math.floor(random() * this.#others.length)] ?? 'en'
  }
}

/** The texts of the sets of copies, where they lie beside. */
function dedupTexts({ folder }: Corpus): Text[] {
  const root = join(folder, '../dedup/data')
  if (!existsSync(root)) return []
  const files = readdirSync(root).map((set) => join(root, set, 'dev.docs.jsonl.gz'))
  return files
    .filter((file) => existsSync(file))
    .flatMap((file) => linesOf(file).map((line) => text.parse(JSON.parse(line))))
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
