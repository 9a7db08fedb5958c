/**
 * Calls back with the place of each pair of neighbouring signs of a piece of text; a sign by itself is a pair of one.
 * Dictionaries cut a query otherwise than the text around it; pairs are the same wherever they stand.
 *
 * @param text as written
 * @param from where the piece begins (UTF-16 offsets, end exclusive)
 */
export function pairsOfSigns(
  text: string,
  from: number,
  to: number,
  found: (start: number, end: number) => void,
): void {
  let start = from
  let middle = after(text, from)
  if (middle >= to) found(from, to)
  while (middle < to) {
    const end = after(text, middle)
    found(start, end)
    start = middle
    middle = end
  }
}

function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}
