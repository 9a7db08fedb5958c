/** The signs after which a letter of a pattern is no longer itself alone. */
const quantifiers = new Set('?*+{')

/**
 * A pattern for any of some words, or runs of them, among an element's names: all of them between `(?:^|[\s_-])` and
 * `(?=$|[\s_-])`. They are grouped by their first two letters, so that at each word of a name a few are tried and not a
 * hundred.
 *
 * @param words patterns, apart by blanks, each of which begins with a letter
 */
export function namePattern(words: string): RegExp {
  return new RegExp(String.raw`(?:^|[\s_-])${grouped(words.trim().split(/\s+/), 2)}(?=$|[\s_-])`)
}

function grouped(words: string[], levels: number): string {
  if (levels === 0 || words.length === 1) return `(?:${words.join('|')})`
  const byLetter = new Map<string, string[]>()
  const whole: string[] = []
  for (const word of words) {
    const letter = word.charAt(0)
    if (!/[a-z]/.test(letter) || quantifiers.has(word.charAt(1))) whole.push(word)
    else byLetter.set(letter, [...(byLetter.get(letter) ?? []), word.slice(1)])
  }
  return `(?:${[...Array.from(byLetter, ([letter, rest]) => letter + grouped(rest, levels - 1)), ...whole].join('|')})`
}
