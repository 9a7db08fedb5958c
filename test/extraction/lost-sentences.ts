import { foldArabic } from './fold-arabic.ts'

/** Shorter pieces are abbreviations and remains of formatting. */
const sentenceLettersMin = 25
/** A line without a full stop is a sentence from this length on; shorter ones are headings, captions and signatures. */
const openLettersMin = 80

/** The sentences of paragraphs that a text does not hold, compared by their letters. */
export function lostSentences(paragraphs: string[], text: string): string[] {
  const held = letters(text)
  return paragraphs
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?؟…])\s+/u))
    .filter((piece) => isSentence(piece) && !held.includes(letters(piece)))
}

function isSentence(piece: string): boolean {
  return letters(piece).length >= (/[.!?؟…][»”"')\]]*$/u.test(piece) ? sentenceLettersMin : openLettersMin)
}

function letters(text: string): string {
  return foldArabic(text).replace(/[^\p{L}\p{N}]+/gu, '')
}
