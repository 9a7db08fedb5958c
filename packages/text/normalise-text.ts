/**
 * More combining marks than any script stacks on one letter. Canonical ordering sorts each run of marks, which takes
 * quadratic time on a run of a million; Unicode's stream-safe format cuts runs for the same reason (UAX #15, D4).
 */
const marksPerLetterMax = 16

const markRun = new RegExp(`(\\p{M}{${marksPerLetterMax}})\\p{M}+`, 'gu')
const ascii = /^[\x20-\x7e]*$/
const invisible = oneOf(
  '00ad 034f 061c 0640 070f 115f 1160 17b4 17b5 180b-180e 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0',
)
const arabicMarks = oneOf('0610-061a 064b-065f 0670 06d6-06dd 06df-06e8 06ea-06ed 0890-08e1 08e3-08ff')
const hebrewMarks = oneOf('0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7')
const latinOrGreekAccented = /[\u00c0-\u024f\u0370-\u03ff\u1e00-\u1fff]/g
const latinMarks = /[\u0300-\u036f]/g
const blank = /[\s\p{Cc}]+/gu
const foldable = /[أإآٱٲٳؤئىيیۍكکڪةهھہۂۀەۃ٠-٩۰-۹ςıßæœøđłðþŀёѐѝ]/g

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
  if (ascii.test(text)) return collapse(text.toLowerCase())
  const composed = withoutMarks(text.toWellFormed()).normalize('NFKC').toLowerCase()
  return collapse(withoutAccents(withoutMarks(composed)).replace(foldable, (letter) => folds.get(letter) ?? letter))
}

function withoutMarks(text: string): string {
  return text.replace(invisible, '').replace(arabicMarks, '').replace(hebrewMarks, '').replace(markRun, '$1')
}

function withoutAccents(text: string): string {
  return text
    .replace(latinOrGreekAccented, (letter) => letter.normalize('NFD').replace(latinMarks, ''))
    .replace(latinMarks, '')
}

function collapse(text: string): string {
  return text.replace(blank, ' ').trim()
}

function pairs(letters: string, target: string): [string, string][] {
  return Array.from(letters, (letter) => [letter, target])
}

/** A pattern for the given code points and ranges of them, in hexadecimal. */
function oneOf(codePoints: string): RegExp {
  return new RegExp(`[${codePoints.replace(/[0-9a-f]{4}/g, '\\u$&').replaceAll(' ', '')}]`, 'g')
}
