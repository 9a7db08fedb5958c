import { fingerprint } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { judge, type Judgement } from './judge.ts'

/** A shorter body is judged together with its title, in words. */
const bodyWordsMin = 25

/** What of an article is compared with others. */
export type Text = { readonly title: string; readonly text: string }

/** The fingerprint of an article: of its body, or, where that is short, of its title and body. */
export function articleFingerprint({ title, text }: Text): Fingerprint {
  const body = fingerprint(text)
  return body.words < bodyWordsMin ? fingerprint(`${title}\n${text}`) : body
}

/** An article that is compared with another by itself. */
export type Dated = Text & { readonly publishedAt: string | null; readonly fetchedAt: string }

/**
 * Judges two articles by themselves, the later against the earlier: as they would be judged if nobody else carried any
 * of their text.
 */
export function compareArticles(one: Dated, other: Dated): Judgement {
  const [earlier, later] = [one, other]
    .map((article) => ({
      fingerprint: articleFingerprint(article),
      at: new Date(article.publishedAt ?? article.fetchedAt),
    }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  if (earlier === undefined || later === undefined) throw new RangeError('two articles are needed')
  return judge(later, earlier)
}
