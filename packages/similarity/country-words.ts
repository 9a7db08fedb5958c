/** Languages whose names of countries are known; any more is free of cost but for the table. */
const languages = ['ar', 'en', 'fr', 'es', 'tr', 'de']

/** Every country that Unicode knows by two letters. */
const codes = (() => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  return letters.flatMap((one) => letters.map((two) => `${one}${two}`)).filter((code) => names.of(code) !== undefined)
})()

/** Endings that make an adjective of a country's English name, or of it without its last vowels. */
const adjectiveEndings = ['n', 'an', 'ian', 'ean', 'ese', 'ish', 'i', 'ine']

/** Names of countries in use beside those of Unicode, and adjectives that no ending makes. */
const others: Readonly<Record<string, string>> = {
  US: 'america american americans usa امريكا الامريكي اميركا الاميركي واشنطن',
  GB: 'britain british england english بريطانيا البريطاني',
  AE: 'emirates emirati uae الامارات الاماراتي',
  SA: 'saudi السعودية السعودي',
  FR: 'french',
  ES: 'spanish',
  GR: 'greek greeks',
  NL: 'dutch',
  TR: 'turkey turkish turk',
  DK: 'danish danes',
  SE: 'swedish swede',
  FI: 'finnish finn',
  PL: 'polish pole',
  CH: 'swiss',
  IE: 'irish',
  NO: 'norwegian',
  DE: 'german',
  IQ: 'iraqi',
  PT: 'portuguese',
  CZ: 'czech التشيك',
  PE: 'peruvian',
  CY: 'cypriot',
  AF: 'afghan',
  KZ: 'kazakh',
  UZ: 'uzbek',
  RS: 'serb',
  HR: 'croat',
  TH: 'thai',
  PH: 'filipino',
  CD: 'congolese',
  GH: 'ghanaian',
  YE: 'yemeni',
  LB: 'lebanese',
  MM: 'burma burmese',
  RU: 'russian روسيا',
  PS: 'palestine palestinian فلسطين',
}

/** Words that name a country or what belongs to it, each with the country's code (ISO 3166-1 alpha-2). */
export function countryWords(): [string, string][] {
  const found = languages.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    return codes.flatMap((code) =>
      formsOf(names.of(code) ?? '', language).map((form): [string, string] => [form, code]),
    )
  })
  const byHand = Object.entries(others).flatMap(([code, forms]) =>
    forms.split(' ').map((form): [string, string] => [form, code]),
  )
  return [...found, ...byHand]
}

/** Names that are everyday words without what a light stem leaves off: Mali is money, Panama has grown. */
const everydayWords = new Set(['مالي', 'بنما'])

/** Names of several words are left out: none of their words is theirs alone. */
function formsOf(name: string, language: string): string[] {
  if (/[\s()'’.-]/.test(name) || everydayWords.has(name)) return []
  if (language !== 'en') return [name]
  const stems = [name, name.replace(/[aeiouy]+$/, '')]
  return [name, ...stems.flatMap((stem) => adjectiveEndings.map((ending) => `${stem}${ending}`))]
}
