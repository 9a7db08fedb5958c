/** An end mark stands alone, or before the name of who wrote; longer lines are sentences. */
const markCharsMax = 60

const bracketed = /^[([]\s*(?:انتهى|انتهت|النهاية|نهاية|ends?)\s*[)\]]\s*(.*)$/iu
const alone = /^(?:[-–—#*=]\s*){1,3}(?:30|ends?|انتهى)?\s*(?:[-–—#*=]\s*){1,3}$|^###$|^ENDS?\.?$|^انتهى\.?$/u

/**
 * Reads the line with which agencies close a report: «(انتهى) name», "-30-", "ENDS".
 *
 * @returns the name that stands with it, '' for a mark alone, null for any other line
 */
export function endMark(text: string): string | null {
  if (text.length > markCharsMax) return null
  if (alone.test(text)) return ''
  return bracketed.exec(text)?.[1]?.trim() ?? null
}
