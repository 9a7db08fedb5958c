/** A writing system as far as it tells languages apart. */
export type Script = keyof typeof scripts

const scripts = {
  latin: /\p{Script=Latin}+/gu,
  arabic: /\p{Script=Arabic}+/gu,
  cyrillic: /\p{Script=Cyrillic}+/gu,
  greek: /\p{Script=Greek}+/gu,
  hebrew: /\p{Script=Hebrew}+/gu,
  han: /\p{Script=Han}+/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  hangul: /\p{Script=Hangul}+/gu,
  thai: /\p{Script=Thai}+/gu,
  devanagari: /\p{Script=Devanagari}+/gu,
  bengali: /\p{Script=Bengali}+/gu,
  tamil: /\p{Script=Tamil}+/gu,
  telugu: /\p{Script=Telugu}+/gu,
  kannada: /\p{Script=Kannada}+/gu,
  malayalam: /\p{Script=Malayalam}+/gu,
  gujarati: /\p{Script=Gujarati}+/gu,
  gurmukhi: /\p{Script=Gurmukhi}+/gu,
  sinhala: /\p{Script=Sinhala}+/gu,
  myanmar: /\p{Script=Myanmar}+/gu,
  khmer: /\p{Script=Khmer}+/gu,
  lao: /\p{Script=Lao}+/gu,
  georgian: /\p{Script=Georgian}+/gu,
  armenian: /\p{Script=Armenian}+/gu,
  ethiopic: /\p{Script=Ethiopic}+/gu,
}

const scriptNames: Script[] = Object.keys(scripts).filter((name): name is Script => name in scripts)

/** A sign of these says as much as several letters of an alphabet. */
const lettersPerSign: Partial<Record<Script, number>> = { han: 3, kana: 2, hangul: 2 }
/** Japanese mixes Han with kana, Chinese has none: above this share of kana among both the text is Japanese. */
const kanaShareMin = 0.05

/**
 * The script most of a text is written in, and how much of it there is.
 *
 * @returns the script and its letters, signs of Han counted as several; null for a text without letters
 */
export function mainScript(text: string): { script: Script; letters: number } | null {
  const counts = new Map<Script, number>()
  let unknown = lengthOf(/\p{L}+/gu, text)
  for (const script of scriptNames) {
    if (unknown === 0) break
    const found = lengthOf(scripts[script], text)
    if (found > 0) counts.set(script, found * (lettersPerSign[script] ?? 1))
    unknown -= found
  }
  mergeKana(counts)
  let main: { script: Script; letters: number } | null = null
  for (const [script, letters] of counts) {
    if (main === null || letters > main.letters) main = { script, letters }
  }
  return main
}

/** How much of a text a pattern covers. */
function lengthOf(pattern: RegExp, text: string): number {
  return text.length - text.replace(pattern, '').length
}

function mergeKana(counts: Map<Script, number>) {
  const han = counts.get('han') ?? 0
  const kana = counts.get('kana') ?? 0
  if (han === 0 || kana === 0) return
  const japanese = kana >= kanaShareMin * (han + kana)
  counts.delete(japanese ? 'han' : 'kana')
  counts.set(japanese ? 'kana' : 'han', han + kana)
}
