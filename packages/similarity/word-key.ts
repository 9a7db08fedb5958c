import { fnvOffset, fnvStep } from './hash.ts'
import { letterTable, unit } from './letter-table.ts'
import { lightStem } from './light-stem.ts'

const lettersMax = 64
/** Filled anew for every word: one array a word would cost more than all the rest. */
const units = new Uint16Array(lettersMax)

/**
 * The hash of a word's light stem.
 *
 * @returns null for a word that the table of letters cannot tell
 */
export function wordKey(text: string, start: number, end: number): number | null {
  let count = 0
  for (let at = start; at < end && count < lettersMax; at += 1) {
    const value = letterTable[text.charCodeAt(at)] ?? unit.separator
    if (value > unit.special) units[count++] = value
    else if (value === unit.special) return null
  }
  const { from, to } = lightStem({ units, count })
  let hash = fnvOffset
  for (let at = from; at < to; at += 1) hash = fnvStep(hash, units[at] ?? 0)
  return hash >>> 0
}
