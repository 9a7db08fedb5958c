const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const mayBeDense = /[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]/
/** A sign of Chinese, Japanese or Korean carries about as much as this many letters. */
const lettersPerSign = 2.5

/** How much a text says, in letters of an alphabet: the unit of every threshold of length. */
export function massOf(text: string): number {
  if (!mayBeDense.test(text)) return text.length
  return text.length + signsIn(text) * (lettersPerSign - 1)
}

/** One by one: a list of all signs of a hostile line takes hundreds of megabytes. */
function signsIn(text: string): number {
  dense.lastIndex = 0
  let signs = 0
  while (dense.test(text)) signs++
  return signs
}
