import { normaliseText } from '@rafid/text'

type Period = 'week' | 'month' | 'year'
type NamedPeriod = { readonly period: Period; readonly back: number }

const locales = 'ar en fr de es pt it tr fa ur ru'.split(' ')
const periods: readonly Period[] = ['week', 'month', 'year']
const backs = [0, 1]
/** What Intl does not say. */
const others: readonly [string, NamedPeriod][] = [
  ['هذا العام', { period: 'year', back: 0 }],
  ['العام الماضي', { period: 'year', back: 1 }],
  ['العام الفائت', { period: 'year', back: 1 }],
  ['الشهر الفائت', { period: 'month', back: 1 }],
  ['الأسبوع الفائت', { period: 'week', back: 1 }],
]

let table: ReadonlyMap<string, NamedPeriod> | null = null

/**
 * Reads `last week`, «الشهر الماضي», `cette année`.
 *
 * @param line normalised
 * @param spanOf makes a value of the period and how many of it lie between it and this one
 */
export function periodNamed<Span>(line: string, spanOf: (period: Period, back: number) => Span): Span | null {
  table ??= namedPeriods()
  const named = table.get(line)
  return named === undefined ? null : spanOf(named.period, named.back)
}

function namedPeriods(): Map<string, NamedPeriod> {
  const names = new Map<string, NamedPeriod>()
  for (const locale of locales) {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    for (const period of periods) {
      for (const back of backs) names.set(normaliseText(format.format(-back, period)), { period, back })
    }
  }
  for (const [name, named] of others) names.set(normaliseText(name), named)
  return names
}
