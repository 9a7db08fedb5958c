/**
 * More combining marks than any script stacks on one letter. Canonical ordering sorts each run of marks, which takes
 * quadratic time on a run of a million; Unicode's stream-safe format cuts runs for the same reason (UAX #15, D4).
 */
const marksPerLetterMax = 16

const markRun = new RegExp(`(\\p{M}{${marksPerLetterMax}})\\p{M}+`, 'gu')
export const printableAscii = /^[\x20-\x7e]*$/
/** Letters and signs of most texts that are composed, have one form and hide nothing: marks need not be looked for. */
const plain = /^[\x20-\x7e\u00a0«»¿-ÖØ-öø-ÿĀ-įĴ-ľŁ-ňŊ-žΈ-ώЀ-џҐґ،؛؟ء-غف-ي٠-٩پچژکگی–—‘-”•、。「」々ぁ-ゖァ-ヺー一-鿿]*$/
const invisible =
  '00ad 034f 061c 0640 070f 115f 1160 17b4 17b5 180b-180e 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0'
const arabicMarks = '0610-061a 064b-065f 0670 06d6-06dd 06df-06e8 06ea-06ed 0890-08e1 08e3-08ff'
const hebrewMarks = '0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7'
const dropped = oneOf(`${invisible} ${arabicMarks} ${hebrewMarks}`)
const latinMarks = /[\u0300-\u036f]/g
const blank = /[\s\p{Cc}]+/gu
/** `/ {2}|(?! )[\s\p{Cc}]/u`, which takes twice the time. */
const irregularBlank = new RegExp(
  ` {2}|${oneOf('0000-001f 007f-00a0 1680 2000-200a 2028 2029 202f 205f 3000 feff').source}`,
)
const folds = new Map<string, string>([
  ...pairs('أإآٱٲٳ', 'ا'),
  ['ؤ', 'و'],
  ...pairs('ئىیۍ', 'ي'),
  ...pairs('کڪ', 'ك'),
  ...pairs('ةھہۂۀەۃ', 'ه'),
  ...Array.from('٠١٢٣٤٥٦٧٨٩', (digit, value): [string, string] => [digit, String(value)]),
  ...Array.from('۰۱۲۳۴۵۶۷۸۹', (digit, value): [string, string] => [digit, String(value)]),
  ...Object.entries({ ς: 'σ', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ð: 'd', þ: 'th', ŀ: 'l' }),
  ...Object.entries({ ё: 'е', ѐ: 'е', ѝ: 'и' }),
])

/** All that one form stands for: accented Latin and Greek letters, marks of accents, and variants of one letter. */
const variant = /[\u0300-\u036f\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fffأإآٱٲٳؤئىيیۍكکڪةهھہۂۀەۃ٠-٩۰-۹ёѐѝ]/g
/** Letters without their accents, folded; nothing for an accent alone. */
const bare = new Map<string, string>([
  ...folds,
  ...[range(0xc0, 0x24f), range(0x300, 0x36f), range(0x370, 0x3ff), range(0x1e00, 0x1fff)]
    .flat()
    .map((letter): [string, string] => {
      const letters = Array.from(letter.normalize('NFD').replace(latinMarks, ''))
      return [letter, letters.map((one) => folds.get(one) ?? one).join('')]
    }),
])

/**
 * The form in which documents and queries are compared: compatibility forms composed (NFKC), lower case, Arabic
 * vowel signs, tatweel and invisible controls dropped, variants of one letter folded into one, digits as 0-9, blanks
 * collapsed. Idempotent, linear in the length of the text, never throws.
 *
 * - A hamza on a carrier folds into the carrier, for writers leave it out; a lone ء stays, or «ماء» (water) would be
 *   «ما» (what).
 * - Accents go from Latin and Greek letters, and where they compose with nothing: й, が and the vowel signs of Indic
 *   scripts are letters of their own.
 * - Vietnamese loses its tones with the other accents. It costs distinctions, yet most people type queries without them.
 *
 * @param text any string, also one with lone surrogates
 * @returns the normalised text, without blanks at either end
 */
export function normaliseText(text: string): string {
  if (printableAscii.test(text)) return plainCollapse(text.toLowerCase())
  // Vowel signs and joiners are all that keeps most other texts from being plain.
  if (plain.test(text)) return plainCollapse(folded(text.toLowerCase()))
  const bared = text.replace(dropped, '')
  if (plain.test(bared)) return plainCollapse(folded(bared.toLowerCase()))
  const composed = withoutMarks(text.toWellFormed()).normalize('NFKC').toLowerCase()
  return collapse(folded(withoutMarks(composed)))
}

function folded(text: string): string {
  return text.replace(variant, bareLetter)
}

function bareLetter(letter: string): string {
  return bare.get(letter) ?? letter
}

function withoutMarks(text: string): string {
  return text.replace(dropped, '').replace(markRun, '$1')
}

/** Of a plain text, which has two kinds of blanks and no controls. */
function plainCollapse(text: string): string {
  return (text.includes('  ') || text.includes('\u00a0') ? text.replace(blank, ' ') : text).trim()
}

function collapse(text: string): string {
  return (irregularBlank.test(text) ? text.replace(blank, ' ') : text).trim()
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}

function pairs(letters: string, target: string): [string, string][] {
  return Array.from(letters, (letter) => [letter, target])
}

/** A pattern for the given code points and ranges of them, in hexadecimal. */
function oneOf(codePoints: string): RegExp {
  return new RegExp(`[${codePoints.replace(/[0-9a-f]{4}/g, '\\u$&').replaceAll(' ', '')}]`, 'g')
}
