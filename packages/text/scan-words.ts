const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3005\\u30fc'

/** Scripts that set no spaces between words. */
export const unspacedSign = new RegExp(`[${unspaced}]`, 'u')

const startsWord = new RegExp(`(?![${unspaced}])[\\p{L}\\p{N}]`, 'u')
// Marks, tatweel and joiners belong to the word they stand in, so that a highlight covers the whole of it.
const continuesWord = new RegExp(`(?![${unspaced}])[\\p{L}\\p{N}\\p{M}_\\u200c-\\u200f\\u00ad\\u2060]`, 'u')
const continuesUnspaced = new RegExp(`[${unspaced}\\p{M}\\u200b-\\u200d]`, 'u')

const starts = 1
const continues = 2
const startsRun = 4
const continuesRun = 8
const known = 128

/** What each code point of the first plane is; nothing until it was met. */
const kinds = new Uint8Array(0x10000)

/**
 * Calls back for each run of letters, marks and digits, in the order of the text. One look at a table a character: a
 * pattern of the same meaning takes ten times as long.
 *
 * @param found is given the place of the run (UTF-16 offsets, end exclusive), and whether its script sets no spaces
 */
export function scanWords(text: string, found: (start: number, end: number, isUnspaced: boolean) => void): void {
  for (let at = startOfRun(text, 0); at < text.length;) {
    const isUnspaced = isUnspacedAt(text, at)
    const end = endOfRun(text, at, isUnspaced)
    found(at, end, isUnspaced)
    at = startOfRun(text, end)
  }
}

/** Where the next run of letters, marks and digits begins; the end of the text where there is none. */
export function startOfRun(text: string, from: number): number {
  let at = from
  while (at < text.length && (kindAt(text, at) & (starts | startsRun)) === 0) at += 1
  return at
}

/** Whether the script of the run that begins here sets no spaces. */
export function isUnspacedAt(text: string, start: number): boolean {
  return (kindAt(text, start) & startsRun) !== 0
}

/** Where the run ends that begins here. */
export function endOfRun(text: string, start: number, isUnspaced: boolean): number {
  const wanted = isUnspaced ? continuesRun : continues
  let at = start + unitsAt(text, start)
  while (at < text.length && (kindAt(text, at) & wanted) !== 0) at += unitsAt(text, at)
  return at
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code < 0xe000) return judged(text.codePointAt(at) ?? code)
  return kinds[code] || (kinds[code] = judged(code))
}

function unitsAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function judged(code: number): number {
  const sign = String.fromCodePoint(code)
  return (
    known |
    (startsWord.test(sign) ? starts : 0) |
    (continuesWord.test(sign) ? continues : 0) |
    (unspacedSign.test(sign) ? startsRun : 0) |
    (continuesUnspaced.test(sign) ? continuesRun : 0)
  )
}
