import { isFunctionWord, tokenise } from '@rafid/text'
import { fnv1a } from './hash.ts'
import { storyStem } from './story-stem.ts'

/** What of an article tells its story. */
export type StoryText = { readonly title: string; readonly text: string; readonly lang: string }

/** So many words are read. */
const titleWordsMax = 40
const bodyWordsMax = 60

/** The beginning of a text is longer than the words read are, in UTF-16 units. */
const bodyCharsMax = 600

const bodyWeight = 0.8
const capitalWeight = 1.5
const numberWeight = 0.7
const termCharsMin = 2

/** The name of a source behind the title, and what is tagged onto it. */
const sourceAfterBar = /(?<=\S.{15,})\s+[|｜]\s[^|｜]{1,40}$/u
const hashtag = /(?<=^|\s)#[\p{L}\p{N}_]+/gu

/**
 * The words of an article by the hashes of their stems, with how much each says: those of the title more than those of
 * the text, names more than other words, a repeated word more, but not by as much as it is repeated.
 *
 * @param article.lang a language code; '' for none
 */
export function storyTerms({ title, text, lang }: StoryText): Map<number, number> {
  const terms = new Map<number, number>()
  const add = (part: string, weight: number, wordsMax: number): void => {
    for (const { term, start } of tokenise(part).slice(0, wordsMax)) {
      if (term.length < termCharsMin || isFunctionWord(term, lang)) continue
      const stem = fnv1a(storyStem(term, lang))
      terms.set(stem, (terms.get(stem) ?? 0) + weight * weightOf(term, part.charAt(start)))
    }
  }
  add(title.replace(hashtag, '').replace(sourceAfterBar, ''), 1, titleWordsMax)
  add(text.slice(0, bodyCharsMax), bodyWeight, bodyWordsMax)
  for (const [term, weight] of terms) terms.set(term, Math.sqrt(weight))
  return terms
}

function weightOf(term: string, first: string): number {
  if (/^\d/.test(term)) return numberWeight
  return first === first.toLowerCase() ? 1 : capitalWeight
}
