/** A writing system as far as it tells languages apart. */
export type Script = keyof typeof scripts

const scripts = {
  latin: /\p{Script=Latin}/u,
  arabic: /\p{Script=Arabic}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  hebrew: /\p{Script=Hebrew}/u,
  han: /\p{Script=Han}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
  thai: /\p{Script=Thai}/u,
  devanagari: /\p{Script=Devanagari}/u,
  bengali: /\p{Script=Bengali}/u,
  tamil: /\p{Script=Tamil}/u,
  telugu: /\p{Script=Telugu}/u,
  kannada: /\p{Script=Kannada}/u,
  malayalam: /\p{Script=Malayalam}/u,
  gujarati: /\p{Script=Gujarati}/u,
  gurmukhi: /\p{Script=Gurmukhi}/u,
  sinhala: /\p{Script=Sinhala}/u,
  myanmar: /\p{Script=Myanmar}/u,
  khmer: /\p{Script=Khmer}/u,
  lao: /\p{Script=Lao}/u,
  georgian: /\p{Script=Georgian}/u,
  armenian: /\p{Script=Armenian}/u,
  ethiopic: /\p{Script=Ethiopic}/u,
}

const letter = /\p{L}/u
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
  const { letters: all, byScript } = signsIn(text)
  let unknown = all
  for (const [at, script] of scriptNames.entries()) {
    if (unknown === 0) break
    const found = byScript[at] ?? 0
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

/** What is known of each code point of the first plane: its script, one more than its place among them, and if it is a letter. */
const knownSigns = new Uint8Array(0x10000)
const isKnown = 0x80
const isLetter = 0x40
const scriptOf = 0x3f

/** How many code units of a text are letters, and how many are of each script. */
function signsIn(text: string): { letters: number; byScript: number[] } {
  const byScript = scriptNames.map(() => 0)
  let letters = 0
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0
    const units = code > 0xffff ? 2 : 1
    const sign = units === 2 ? judged(code) : (knownSigns[code] ||= judged(code))
    if ((sign & isLetter) !== 0) letters += units
    const script = (sign & scriptOf) - 1
    if (script >= 0) byScript[script] = (byScript[script] ?? 0) + units
    at += units
  }
  return { letters, byScript }
}

function judged(code: number): number {
  const sign = String.fromCodePoint(code)
  const script = scriptNames.findIndex((name) => scripts[name].test(sign)) + 1
  return isKnown | (letter.test(sign) ? isLetter : 0) | script
}

function mergeKana(counts: Map<Script, number>) {
  const han = counts.get('han') ?? 0
  const kana = counts.get('kana') ?? 0
  if (han === 0 || kana === 0) return
  const japanese = kana >= kanaShareMin * (han + kana)
  counts.delete(japanese ? 'han' : 'kana')
  counts.set(japanese ? 'kana' : 'han', han + kana)
}
