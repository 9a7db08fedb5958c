import fc from 'fast-check'

const pieces =
  'harbour berth مرفأ مكتبة 東京 econom* * AND OR NOT NEAR - | ( ) " « » “ : ^ + { } \\ % _ \' ; -- /* source: lang:ar مصدر: tag:"a b" story:s1 is:original after:yesterday before:2026-01-31 on:أمس after: title:x body:y \u0000 \u200f \u202e \ud800 \ufffe <script> &amp; %00 ../ 0x1 9999999999999999999 🙂'.split(
    ' ',
  )
/** What nobody would type who wants to find something: syntax in pieces, signs, and words here and there. */
export const hostileQuery = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join(' ')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
)
