const sampleBytesMax = 256 * 1024
const bytesMin = 6
const alef = 0xc7
const lam = 0xe1

/**
 * True when the bytes above 0x7F read as Arabic in windows-1256.
 *
 * Two signs together: nearly all of them are Arabic letters there and stand in words (in Latin text accented letters
 * stand alone), and alef and lam are as frequent as the article «ال» makes them, which Cyrillic and Greek bytes are
 * not.
 */
export function looksArabic(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytesMax)
  let high = 0
  let inWords = 0
  let frequent = 0
  for (const [index, byte] of sample.entries()) {
    if (byte < 0x80) continue
    high++
    if (byte === alef || byte === lam) frequent++
    if (isArabicLetter(byte) && (isArabicLetter(sample[index - 1]) || isArabicLetter(sample[index + 1]))) inWords++
  }
  return high >= bytesMin && inWords > 0.75 * high && frequent > 0.1 * high
}

function isArabicLetter(byte = 0): boolean {
  if (byte >= 0xc1 && byte <= 0xdf) return byte !== 0xd7
  return [0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xec, 0xed, 0x81, 0x8d, 0x8e, 0x90].includes(byte)
}
