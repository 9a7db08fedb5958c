/** Letters that writers leave bare, and keyboards that give another code for the same letter; every other word. */
export function withOtherLetters(text: string): string {
  const letters: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه', ك: 'ک' }
  return everyWord(text, 2, (word) => word.replace(/[أإآىةك]/g, (letter) => letters[letter] ?? letter))
}

/** Vowel signs and shadda on every other word, as an anchor's script has them. */
export function withMarks(text: string): string {
  const marks = ['\u064e', '\u0650', '\u064f', '\u0651\u064e', '\u0652']
  return everyWord(text, 2, (word) =>
    Array.from(word, (letter, at) => (/[ب-ي]/.test(letter) ? `${letter}${marks[at % marks.length]}` : letter)).join(''),
  )
}

/** Every third word of four letters or more is stretched, as in headlines. */
export function withTatweel(text: string): string {
  return everyWord(text, 3, (word) => word.replace(/^([ء-ي]*[بتثجحخسشصضطظعغفقكلمنهي])([ء-ي]{2,})$/, '$1ــ$2'))
}

/** ٣ for 3. */
export function withOtherDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
}

/** Capitals, quotation marks and dashes of another house. */
export function withOtherType(text: string): string {
  return everyWord(text, 4, (word) => word.toUpperCase())
    .replaceAll(', ', ' – ')
    .replaceAll('. ', '.\n\n')
}

function everyWord(text: string, step: number, write: (word: string) => string): string {
  let count = 0
  return text.replace(/[\p{L}\p{M}]{3,}/gu, (word) => {
    count += 1
    return count % step === 0 ? write(word) : word
  })
}
