import { normaliseText } from '@rafid/text'

/** A span of time before the moment a page was fetched, or a day counted back from it. */
export type Ago = { seconds: number } | { days: number }

const locales =
  'ar en fr de es pt it nl tr fa ur ps ru uk pl cs el sv nb da fi ro hu id vi he hi ja zh zh-TW ko th bg sr hr sk bn ca'.split(
    ' ',
  )
/** One of each form that languages decline a number's noun in. */
const amounts = [1, 2, 3, 5, 11, 21, 100]
/** Days that have names of their own: today, yesterday, the day before. */
const namedDays = [0, 1, 2]
const units = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_629_746, year: 31_556_952 }
type Unit = keyof typeof units

/** What Intl does not say: «منذ» for «قبل», and how newspapers name the days. */
const extraDays =
  'امس الاول=2|أول امس=2|البارحة=1|ليلة امس=1|hier soir=1|dunku=1|dun=1|ديروز=1|پريروز=2|گزشتہ روز=1|yesterday evening=1|الان=0|' +
  'just now=0|jetzt=0|اكنون=0|لحظاتي پيش=0|قبل قليل=0|منذ قليل=0'
const leads: [RegExp, string][] = [
  [/(^| )(?:منذ|من|مضي|مضت|قبل نحو|منذ نحو|قبل حوالي|منذ حوالي)(?= )/g, '$1قبل'],
  [/(^| )il y a environ(?= )/g, '$1il y a'],
  [/(^| )hace (?:unas?|unos)(?= #)/g, '$1hace'],
  [/(?<= )hrs?(?= )/g, 'hours'],
  [/(?<= )mins(?= )/g, 'min'],
]
/** "An hour ago" counts one without a digit. */
const articles = /(^| )(?:an?|one|une?|eine[mrn]?|ein|una|uma?|bir|een|en|ett)(?= )/g
const signs = /[().,:;،|•·\-–—]/g
const wordsMax = 6
/** Amounts of digits a span is believed to have: «2023 years ago» is no date line. */
const amountMax = 500

let phrases: ReadonlyMap<string, Ago> | null = null

/**
 * Reads «قبل ساعتين», "3 days ago", «أمس», "vorgestern" anywhere in a short line, in the languages Intl knows.
 *
 * @param text a line, as printed
 * @returns how long ago, null when the line does not say
 */
export function relativeDate(text: string): Ago | null {
  const line = normaliseText(text).replaceAll(signs, ' ')
  const numbers = [...line.matchAll(/\d+/g)].map((match) => Number(match[0]))
  const plain = leads.reduce((words, [from, to]) => words.replace(from, to), ` ${line.replaceAll(/\d+/g, '#')}`)
  phrases ??= phraseTable()
  return spanIn(plain, numbers, phrases) ?? spanIn(plain.replace(articles, ''), [], phrases)
}

function spanIn(line: string, numbers: number[], table: ReadonlyMap<string, Ago>): Ago | null {
  const words = line
    .replaceAll(/#(?=\S)/g, '# ')
    .split(' ')
    .filter(Boolean)
    .slice(0, 60)
  let used = 0
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(wordsMax, words.length - at); length > 0; length--) {
      const found = table.get(words.slice(at, at + length).join(' '))
      if (found === undefined) continue
      const isCounted = words.slice(at, at + length).includes('#')
      const ago = isCounted ? times(found, numbers[used]) : found
      if (ago !== null) return ago
    }
    if (words[at] === '#') used++
  }
  return null
}

function times(ago: Ago, amount: number | undefined): Ago | null {
  if (amount === undefined || amount > amountMax) return null
  return 'seconds' in ago ? { seconds: ago.seconds * amount } : { days: ago.days * amount }
}

function phraseTable(): Map<string, Ago> {
  const table = new Map<string, Ago>()
  for (const entry of extraDays.split('|')) {
    const [name = '', days] = entry.split('=')
    table.set(normaliseText(name), { days: Number(days) })
  }
  for (const locale of locales)
    for (const [phrase, ago] of phrasesOf(locale)) if (!table.has(phrase)) table.set(phrase, ago)
  return table
}

function phrasesOf(locale: string): [string, Ago][] {
  return (['long', 'short'] as const).flatMap((style) => {
    const counted = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style, numeric: 'always' })
    const named = new Intl.RelativeTimeFormat(`${locale}-u-nu-latn`, { style, numeric: 'auto' })
    const spans = unitNames.flatMap((unit) =>
      amounts.flatMap((amount) => phraseOf(counted.format(-amount, unit), spanOf(unit), amount)),
    )
    const days = namedDays.map((day): [string, Ago] => [keyOf(named.format(-day, 'day')), { days: day }])
    // A phrase that is a number alone, or a sign and a number, names no time.
    return [...spans, ...days].filter(([phrase]) => /\p{L}{2}|[前전]/u.test(phrase))
  })
}

const unitNames: Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']

function spanOf(unit: Unit): Ago {
  return units[unit] < units.day ? { seconds: units[unit] } : { days: Math.round(units[unit] / units.day) }
}

/** «قبل ساعتين» says two in its noun; the amount is then part of the phrase. One is often left out: «قبل ساعة». */
function phraseOf(text: string, span: Ago, amount: number): [string, Ago][] {
  const phrase = keyOf(text)
  if (amount === 1) {
    const bare = phrase.replace(/# |واحده? ?/g, '').trim()
    return [
      [phrase, span],
      [bare, span],
    ]
  }
  return [[phrase, phrase.includes('#') ? span : (times(span, amount) ?? span)]]
}

function keyOf(text: string): string {
  // "-2 d" is what Intl says in languages it has no words of.
  if (text.startsWith('-')) return ''
  const plain = normaliseText(text.replace(/\s*\(\d+\)/, ''))
    .replaceAll(/\d+/g, '#')
    .replaceAll(signs, ' ')
  return plain
    .replaceAll(/#(?=\S)/g, '# ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
