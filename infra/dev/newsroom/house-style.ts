/** How a publisher writes numbers. */
export type NumberStyle = 'plain' | 'arabic-indic' | 'ungrouped' | 'per-cent'

/** Rewrites the numbers of a text as one publisher writes them; applying it twice changes nothing more. */
export function houseStyle(text: string, style: NumberStyle): string {
  return styles[style](text)
}

const styles: Record<NumberStyle, (text: string) => string> = {
  plain: (text) => text,
  'arabic-indic': arabicIndic,
  ungrouped: (text) => text.replaceAll(groupSeparator, ''),
  'per-cent': (text) => text.replaceAll(/\bpercent\b/g, 'per cent'),
}

const groupSeparator = /(?<=\d),(?=\d{3}(?!\d))/g
const arabicIndicZero = 0x0660

function arabicIndic(text: string): string {
  return text
    .replaceAll(groupSeparator, '٬')
    .replaceAll(/(?<=\d)\.(?=\d)/g, '٫')
    .replaceAll(/\d/g, (digit) => String.fromCharCode(arabicIndicZero + Number(digit)))
}
