/** One spelling for all: the product's own normalising is not trusted to judge the product. */
export function foldArabic(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىیئ]/gu, 'ي')
    .replace(/ؤ/gu, 'و')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
    .replace(/\s+/gu, ' ')
    .trim()
}
