import { arabicScriptLanguages, cyrillicLanguages, latinLanguages } from './function-words.ts'
import { normaliseText } from './normalise-text.ts'

const tables = [latinLanguages, cyrillicLanguages, arabicScriptLanguages]

const wordsOf = new Map(
  tables.flatMap((table) =>
    Object.entries(table).map(([lang, { words }]): [string, Set<string>] => [
      lang,
      new Set(words.split(' ').map((word) => normaliseText(word))),
    ]),
  ),
)

/**
 * Whether a word says nothing by itself in a language.
 *
 * @param term normalised, as `tokenise` gives it
 * @returns false for languages we know no such words of
 */
export function isFunctionWord(term: string, lang: string): boolean {
  return wordsOf.get(lang)?.has(term) ?? false
}
