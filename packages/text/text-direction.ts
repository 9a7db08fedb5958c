const rightToLeft = new Set([
  'ar',
  'arc',
  'arz',
  'azb',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const rightToLeftScript = /-(arab|hebr|thaa|syrc|nkoo|adlm)\b/i

/**
 * The direction in which a language is written.
 *
 * @param lang a BCP-47 tag, such as `ar` or `az-Arab`; null when unknown, which reads left to right
 */
export function textDirection(lang: string | null): 'rtl' | 'ltr' {
  if (lang === null) return 'ltr'
  const primary = lang.toLowerCase().split(/[-_]/, 1)[0] ?? ''
  return rightToLeft.has(primary) || rightToLeftScript.test(lang) ? 'rtl' : 'ltr'
}
