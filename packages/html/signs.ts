export const nul = 0
export const exclamation = 33
export const doubleQuote = 34
export const singleQuote = 39
export const dash = 45
export const slash = 47
export const equals = 61
export const greater = 62
export const question = 63
export const bracket = 91
/** In letters of ASCII the bit that makes them small. */
export const small = 32

export function isLetter(code: number): boolean {
  const letter = code | small
  return letter >= 97 && letter <= 122
}

export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12
}

export function endsName(code: number): boolean {
  return code <= greater && (code === greater || code === slash || isSpace(code))
}
