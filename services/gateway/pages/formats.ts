import type { Ui } from './interface-language.ts'

/** Numbers, times and names in one language of the interface; digits are Latin in both. */
export type Formats = {
  number(value: number): string
  /** A share of one in whole hundredths. */
  percent(share: number): string
  /** So many a second. */
  rate(perSecond: number): string
  /** A length of time to the millisecond below a second, and to a tenth of a second above. */
  milliseconds(ms: number): string
  /** A length of time in its largest unit, from milliseconds. */
  duration(ms: number): string
  /** An instant seen from another one: «2 hours ago», from a week on the date. */
  relative(instant: Date, now: Date): string
  /** An instant to the minute, in UTC. */
  exact(instant: Date): string
  /** The name of a language by its BCP-47 tag, or the tag itself. */
  languageName(tag: string): string
}

const secondMs = 1_000
const weekMs = 7 * 86_400 * secondMs
const units = [
  { unit: 'day', ms: 86_400 * secondMs },
  { unit: 'hour', ms: 3_600 * secondMs },
  { unit: 'minute', ms: 60 * secondMs },
] as const
const seconds = { unit: 'second', ms: secondMs } as const

const all: Record<Ui, Formats> = { ar: formatsIn('ar-u-nu-latn'), en: formatsIn('en-GB') }

/** The formats of a language of the interface. */
export function formatsOf(ui: Ui): Formats {
  return all[ui]
}

function formatsIn(locale: string): Formats {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const duration = Object.fromEntries(
    [...units, seconds].map(({ unit }) => [
      unit,
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
    ]),
  )
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const milliseconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 })
  const shortSeconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 })
  return {
    rate: (perSecond) => tenths.format(perSecond),
    milliseconds: (ms) => (ms < secondMs ? milliseconds.format(ms) : shortSeconds.format(ms / secondMs)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    duration(ms) {
      const { unit, ms: unitMs } = largestUnit(ms)
      return duration[unit]?.format(Math.floor(ms / unitMs)) ?? ''
    },
    relative(instant, now) {
      const distanceMs = instant.getTime() - now.getTime()
      if (Math.abs(distanceMs) >= weekMs) return day.format(instant)
      const { unit, ms } = largestUnit(Math.abs(distanceMs))
      return relative.format(Math.trunc(distanceMs / ms), unit)
    },
    exact: (instant) => `${exact.format(instant)} UTC`,
    languageName: (tag) => (isLanguageTag(tag) ? (names.of(tag) ?? tag) : tag),
  }
}

function largestUnit(ms: number) {
  return units.find((one) => ms >= one.ms) ?? seconds
}

/** Whether a text has the shape of a BCP-47 tag, as far as publishers write them. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(text)
}
