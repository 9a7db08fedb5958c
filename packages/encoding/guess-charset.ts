import { latinSystems, otherSystems, type WritingSystem } from './writing-systems.ts'

const sampleBytesMax = 32 * 1024
/** Below it nothing speaks for a guess. */
const likelyScoreMin = 0.45
const langBonus = 0.15
const lettersMin = 3

/**
 * The encoding of text that is neither UTF-8 nor UTF-16 and does not say, or says what cannot be: the one in which it
 * reads most like a language. Letters that a language uses often speak for its encodings, signs inside words and
 * capitals inside them against.
 *
 * @param bytes a document, of which a sample is judged
 * @returns null when no encoding makes sense of it
 */
export function guessCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytesMax)
  const lang = langOf(sample)
  const texts = new Map<string, string | null>()
  let best: { charset: string; score: number } | null = null
  for (const system of [...latinSystems, ...otherSystems]) {
    const text = texts.get(system.charset) ?? decoded(sample, system.charset)
    texts.set(system.charset, text)
    if (text === null) continue
    const score = scoreOf(text, system) + (lang !== null && system.langs.includes(lang) ? langBonus : 0)
    if (score >= likelyScoreMin && score > (best?.score ?? 0)) best = { charset: system.charset, score }
  }
  return best?.charset ?? null
}

/** What a feed or a page says of its language, which is written in ASCII. */
function langOf(sample: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(sample.subarray(0, 8_192))
  const found = /<(?:dc:)?language>\s*([a-z]{2})\b|\blang\s*=\s*["']([a-z]{2})\b/i.exec(text)
  return (found?.[1] ?? found?.[2])?.toLowerCase() ?? null
}

function decoded(sample: Uint8Array, charset: string): string | null {
  try {
    // As a stream, because the sample may end inside a character.
    return new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true })
  } catch {
    return null
  }
}

const beyondAscii = /[^\0-\u007f]/g
const letter = /\p{L}|\p{M}/u
const upper = /\p{Lu}/u
/** Quotation marks, dashes and the punctuation of East Asia, which stand at words in every encoding. */
const punctuation = /[\u00a0«»„“”‚‘’–—…•·°€£§©®،؛؟\u3000-\u303f\uff00-\uff20]/

/** From -1 to 1: the mean over all characters beyond ASCII of how well they stand there. */
function scoreOf(text: string, system: WritingSystem): number {
  let sum = 0
  let letters = 0
  for (const { 0: char, index } of text.matchAll(beyondAscii)) {
    if (punctuation.test(char)) continue
    letters++
    sum += worthOf(char, text[index - 1] ?? ' ', text[index + 1] ?? ' ', system)
  }
  return letters < lettersMin ? 0 : sum / letters
}

function worthOf(char: string, before: string, after: string, { frequent, isLatin }: WritingSystem): number {
  if (!letter.test(char)) return letter.test(before) || letter.test(after) ? -1 : -0.3
  const isMisplaced = upper.test(char) && letter.test(before) && !upper.test(before)
  if (isMisplaced) return -0.5
  if (frequent.has(char)) return 1
  if (isLatin) return -0.5
  return upper.test(char) ? 0.3 : 0.4
}
